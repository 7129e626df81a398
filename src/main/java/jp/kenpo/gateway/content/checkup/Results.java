package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The observations of one document by their code; where a code stands twice, the first. */
final class Results {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");

    private final Map<String, Observed> byCode = new LinkedHashMap<>();

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
        return quantity.prefixes().stream().flatMap(prefix -> byCode.values().stream()
                .filter(observed -> observed.code().startsWith(prefix)));
    }

    boolean mentions(Quantity quantity) {
        return of(quantity).findAny().isPresent();
    }

    /** Returns the number that counts; empty if none was measured, or it is not written as a number. */
    Optional<BigDecimal> number(Quantity quantity) {
        return of(quantity).flatMap(observed -> number(observed).stream()).findFirst();
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
        if (value == null || !asAsked || !NUMBER.matcher(value).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(value));
    }
}
