package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The observations of one document by their code; where a code stands twice, the first. */
final class Results {

    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;

    private final Map<String, Observed> byCode = new LinkedHashMap<>();

    /** Several rules ask for the same number. */
    private final Map<Quantity, Optional<BigDecimal>> numbers = new EnumMap<>(Quantity.class);

    private Results(Collection<Observed> observations) {
        observations.stream()
                .filter(observed -> !observed.code().isEmpty())
                .forEach(observed -> byCode.putIfAbsent(observed.code(), observed));
    }

    static Results of(CheckupDocument document) {
        return new Results(document.observations());
    }

    Collection<Observed> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    /** Returns whether the item is there, also as not done or not measurable. */
    boolean mentions(String code) {
        return byCode.containsKey(code);
    }

    Optional<Observed> observed(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Returns the text or code of an item that has one. */
    Optional<String> value(String code) {
        return observed(code).map(Observed::value).filter(value -> !value.isBlank());
    }

    boolean says(String code, String value) {
        return value(code).filter(value::equals).isPresent();
    }

    /** Returns the observations of what is measured, in the order in which they count. */
    Stream<Observed> of(Quantity quantity) {
        List<Observed> found = new ArrayList<>();
        for (String prefix : quantity.prefixes()) {
            for (Observed observed : byCode.values()) {
                if (observed.code().startsWith(prefix)) {
                    found.add(observed);
                }
            }
        }
        return found.stream();
    }

    boolean mentions(Quantity quantity) {
        return of(quantity).findAny().isPresent();
    }

    /** Returns the number that counts; empty if none was measured, or it is not written as a number. */
    Optional<BigDecimal> number(Quantity quantity) {
        return numbers.computeIfAbsent(quantity, asked -> of(asked)
                .flatMap(observed -> number(observed).stream())
                .findFirst());
    }

    /**
     * Returns the number of an observation as it is written, with its decimals; empty if it is written otherwise than
     * its item asks for, so that a wrong unit does not become a wrong judgement too.
     */
    static Optional<BigDecimal> number(Observed observed) {
        String value = observed.value();
        boolean asAsked = ItemTable.FOURTH_PERIOD
                .item(observed.code())
                .map(item -> item.format().type().equals(observed.type()) && item.hasUnit(observed.unit()))
                .orElse(true);
        if (value == null || !asAsked || !isNumber(value)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(value));
    }

    /** Up to twelve digits, and up to six decimals behind a point. */
    private static boolean isNumber(String value) {
        int point = digitsFrom(value, 0);
        if (point == value.length()) {
            return point > 0 && point <= MOST_DIGITS;
        }
        int decimals = value.length() - point - 1;
        return point > 0
                && point <= MOST_DIGITS
                && value.charAt(point) == '.'
                && decimals > 0
                && decimals <= MOST_DECIMALS
                && digitsFrom(value, point + 1) == value.length();
    }

    private static int digitsFrom(String value, int from) {
        int end = from;
        while (end < value.length() && value.charAt(end) >= '0' && value.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
