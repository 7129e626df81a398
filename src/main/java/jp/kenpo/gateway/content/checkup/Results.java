package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The observations of one document by their code; where a code stands twice, the first. */
final class Results {

    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;

    private final List<Observed> first = new ArrayList<>(64);
    private final BitSet repeated = new BitSet();
    /** By the object: an item stands in the table once. */
    private final IdentityHashMap<Item, Observed> byItem = new IdentityHashMap<>(64);

    private final Map<String, Observed> others = new HashMap<>();

    /** Several rules ask for the same number. */
    private final Map<Quantity, Optional<BigDecimal>> numbers = new EnumMap<>(Quantity.class);

    /** The items of the observations in their order; null for what is not in the table. */
    private final @Nullable Item[] items;

    private Results(List<Observed> observations) {
        items = new Item[observations.size()];
        for (int i = 0; i < observations.size(); i++) {
            Observed observed = observations.get(i);
            if (!observed.code().isEmpty()) {
                add(observed, i);
            }
        }
    }

    private void add(Observed observed, int index) {
        Item item = ItemTable.FOURTH_PERIOD.find(observed.code());
        items[index] = item;
        Observed before =
                item == null ? others.putIfAbsent(observed.code(), observed) : byItem.putIfAbsent(item, observed);
        if (before == null) {
            first.add(observed);
        } else {
            repeated.set(index);
        }
    }

    static Results of(CheckupDocument document) {
        return new Results(document.observations());
    }

    /** Returns the first of each code, in their order. */
    List<Observed> all() {
        return Collections.unmodifiableList(first);
    }

    /** Returns whether the code of an observation stood before it in the document; counted from 0. */
    boolean isRepeated(int index) {
        return repeated.get(index);
    }

    /** Returns the item of an observation, counted from 0; null if it is not in the table. */
    @Nullable
    Item item(int index) {
        return items[index];
    }

    /** Returns whether the item is there, also as not done or not measurable. */
    boolean mentions(Item item) {
        return byItem.containsKey(item);
    }

    Optional<Observed> observed(Item item) {
        return Optional.ofNullable(byItem.get(item));
    }

    /** Returns whether the item is there, also as not done or not measurable. */
    boolean mentions(String code) {
        return first(code) != null;
    }

    Optional<Observed> observed(String code) {
        return Optional.ofNullable(first(code));
    }

    private @Nullable Observed first(String code) {
        Item item = ItemTable.FOURTH_PERIOD.find(code);
        return item == null ? others.get(code) : byItem.get(item);
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
            for (Observed observed : first) {
                if (observed.code().startsWith(prefix)) {
                    found.add(observed);
                }
            }
        }
        return found.stream();
    }

    boolean mentions(Quantity quantity) {
        for (String prefix : quantity.prefixes()) {
            for (Observed observed : first) {
                if (observed.code().startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the number that counts; empty if none was measured, or it is not written as a number. */
    Optional<BigDecimal> number(Quantity quantity) {
        return numbers.computeIfAbsent(quantity, this::counted);
    }

    private Optional<BigDecimal> counted(Quantity quantity) {
        for (String prefix : quantity.prefixes()) {
            for (Observed observed : first) {
                Optional<BigDecimal> number = observed.code().startsWith(prefix) ? number(observed) : Optional.empty();
                if (number.isPresent()) {
                    return number;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the number of an observation as it is written, with its decimals; empty if it is written otherwise than
     * its item asks for, so that a wrong unit does not become a wrong judgement too.
     */
    static Optional<BigDecimal> number(Observed observed) {
        String value = observed.value();
        if (value == null || !isNumber(value)) {
            return Optional.empty();
        }
        Item item = ItemTable.FOURTH_PERIOD.find(observed.code());
        boolean asAsked =
                item == null || (item.format().type().equals(observed.type()) && item.hasUnit(observed.unit()));
        return asAsked ? Optional.of(new BigDecimal(value)) : Optional.empty();
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
