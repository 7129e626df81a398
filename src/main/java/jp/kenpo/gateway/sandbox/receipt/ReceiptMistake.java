package jp.kenpo.gateway.sandbox.receipt;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.sandbox.mistake.MistakeKind;
import jp.kenpo.gateway.sandbox.society.Chance;
import org.jspecify.annotations.Nullable;

/**
 * A kind of mistake in a receipt.
 *
 * @param kinds the kinds of receipts that can have it
 * @param change makes it
 */
record ReceiptMistake(String id, String japanese, String english, Set<ReceiptKind> kinds, Change change)
        implements MistakeKind {

    /** Puts the mistake into a receipt. */
    @FunctionalInterface
    interface Change {

        /** Returns null if the receipt can't have this mistake; then the draft is of no use any more. */
        @Nullable
        Spoilt in(Draft draft, Chance chance);
    }

    /** A mistake of medical receipts, whose layout is published. */
    static ReceiptMistake medical(String id, String japanese, String english, Change change) {
        return new ReceiptMistake(id, japanese, english, Set.of(ReceiptKind.MEDICAL), change);
    }

    /** A mistake that receipts of every kind can have. */
    static ReceiptMistake any(String id, String japanese, String english, Change change) {
        return new ReceiptMistake(id, japanese, english, Set.of(ReceiptKind.values()), change);
    }

    /** Changes an item of the first line of a record that has it. */
    static Change item(String record, int place, String name, UnaryOperator<String> changed, String... rules) {
        return oneItem(List.of(record), line -> line.has(place), place, name, changed, rules);
    }

    /** Changes an item of some line of the records that fits. */
    static Change oneItem(
            List<String> records,
            Predicate<Draft.Line> fits,
            int place,
            String name,
            UnaryOperator<String> changed,
            String... rules) {
        return (draft, chance) -> {
            List<Draft.Line> lines = draft.all(records.toArray(String[]::new)).stream()
                    .filter(line -> line.item(0).equals("1") || records.contains("MN"))
                    .filter(fits)
                    .toList();
            if (lines.isEmpty()) {
                return null;
            }
            Draft.Line line = chance.oneOf(lines);
            line.set(place, changed.apply(line.item(place)));
            Spoilt spoilt = new Spoilt(draft, line, name);
            for (String rule : rules) {
                spoilt.finds(rule);
            }
            return spoilt;
        };
    }

    /** Another digit in place of the one at an index. */
    static UnaryOperator<String> otherDigit(int index) {
        return number -> number.substring(0, index)
                + (char) ('0' + (number.charAt(index) - '0' + 1) % 10)
                + number.substring(index + 1);
    }
}
