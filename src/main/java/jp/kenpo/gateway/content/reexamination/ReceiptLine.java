package jp.kenpo.gateway.content.reexamination;

import jp.kenpo.gateway.content.ByteLines;

/** One line of a received receipt file, its items by their number in the specification (the record id is 1). */
record ReceiptLine(ByteLines lines) {

    private static final int PREFIX = 3;
    private static final int DENTAL_CONTROL_ITEMS = 8;
    private static final byte END_MARK = 0x1A;

    boolean isEndMark() {
        return lines.length() > 0 && lines.at(0) == END_MARK;
    }

    String recordId() {
        return item(1);
    }

    /** Returns the 行番号; 0 if there is none. */
    int number() {
        return number(column(1));
    }

    /** Returns the 枝番号; 0 if there is none. */
    int branch() {
        return number(column(2));
    }

    /** Returns an item of half-width signs; empty if the line is shorter. */
    String item(int number) {
        return column(PREFIX + number - 1);
    }

    /** Returns an item as a number; 0 if it is none. */
    int itemAsNumber(int number) {
        return number(item(number));
    }

    /** Returns 検索番号 of a line {@code MN}: item 4; in dental receipts, which have one more item, item 5 [inferred]. */
    String searchNumber() {
        int columns = 1;
        for (int at = 0; at < lines.length(); at++) {
            columns += lines.at(at) == ',' ? 1 : 0;
        }
        return item(columns == PREFIX + DENTAL_CONTROL_ITEMS ? 5 : 4);
    }

    private String column(int index) {
        int begin = 0;
        for (int skipped = 0; skipped < index; begin++) {
            if (begin >= lines.length()) {
                return "";
            }
            if (lines.at(begin) == ',') {
                skipped++;
            }
        }
        int end = begin;
        while (end < lines.length() && lines.at(end) != ',') {
            end++;
        }
        return lines.ascii(begin, end);
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : 0;
    }
}
