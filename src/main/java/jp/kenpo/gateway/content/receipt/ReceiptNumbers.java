package jp.kenpo.gateway.content.receipt;

import jp.kenpo.gateway.member.DistinctKeys;

/** Remembers the 検索番号 and レセプト管理番号 of a file, to find the receipt that comes twice (F08). */
final class ReceiptNumbers {

    /** A long holds this many digits, and the number of digits before them. */
    private static final int HALF = 15;

    private final Findings findings;
    private final DistinctKeys searchNumbers = new DistinctKeys();
    private final DistinctKeys controlNumbers = new DistinctKeys();

    ReceiptNumbers(Findings findings) {
        this.findings = findings;
    }

    /** Returns whether none of the numbers has come before. */
    boolean check(Line line, RecordItems items) {
        boolean search = check(line, items, items.at(CheckedItem.SEARCH_NO), searchNumbers);
        return check(line, items, items.at(CheckedItem.CONTROL_NO), controlNumbers) && search;
    }

    private boolean check(Line line, RecordItems items, int place, DistinctKeys seen) {
        int length = line.has(place) ? line.length(place) : 0;
        if (length == 0 || length > 2 * HALF || line.kinds(place) != ShiftJis.DIGIT) {
            return true;
        }
        int split = Math.max(length - HALF, 0);
        long high = digits(line, place, 0, split);
        long low = digits(line, place, split, length);
        boolean added = seen.add(high * 100 + length, low);
        if (!added) {
            findings.add(Rule.RECEIPT_TWICE, line.number, items.label(place));
        }
        return added;
    }

    private static long digits(Line line, int place, int from, int until) {
        long value = 0;
        for (int i = from; i < until; i++) {
            value = 10 * value + line.charAt(place, i) - '0';
        }
        return value;
    }
}
