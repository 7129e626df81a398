package jp.kenpo.gateway.content.receipt;

import java.io.IOException;
import java.io.OutputStream;
import jp.kenpo.gateway.content.ByteLines;

/**
 * The line of a received receipt file that a reading stands on, its items by their number in the specification (the
 * record id is 1). Only the items asked for are decoded, so that going through a month for one receipt costs little.
 */
public final class ReceivedLine {

    private static final int PREFIX = 3;
    private static final byte END_MARK = 0x1A;

    private final ByteLines lines;

    ReceivedLine(ByteLines lines) {
        this.lines = lines;
    }

    /** Moves to the next line; returns false at the end mark, or at the end of the stream. */
    boolean next() throws IOException {
        return lines.next() && (lines.length() == 0 || lines.at(0) != END_MARK);
    }

    /** Writes the line as it came, with CR LF as its end. */
    public void copyTo(OutputStream out) throws IOException {
        lines.copyLineTo(out);
    }

    public String recordId() {
        return item(1);
    }

    /** Returns the 行番号; 0 if there is none. */
    public int number() {
        return number(column(1));
    }

    /** Returns the 枝番号; 0 if there is none. */
    public int branch() {
        return number(column(2));
    }

    /** Returns an item of half-width signs; empty if the line is shorter. */
    public String item(int number) {
        return column(PREFIX + number - 1);
    }

    /** Returns an item as a number; 0 if it is none. */
    public int itemAsNumber(int number) {
        return number(item(number));
    }

    /** Returns 検索番号 of a line {@code MN}; where it stands follows from the number of items. */
    String searchNumber() {
        int columns = 1;
        for (int at = 0; at < lines.length(); at++) {
            columns += lines.at(at) == ',' ? 1 : 0;
        }
        return item(ItemName.searchNumberOf(columns - PREFIX));
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
