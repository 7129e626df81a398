package jp.kenpo.gateway.content.table;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import jp.kenpo.gateway.content.ByteLines;
import jp.kenpo.gateway.content.EightBytes;

/** The cells of one line. The characters and cells are used again for each line, so that a line costs no memory. */
final class Cells {

    private static final long COMMAS = EightBytes.eightTimes(',');

    private final char[] chars = new char[ByteLines.LONGEST];
    private final byte[] bytes;
    private Cell[] cells = {};
    private int count;
    private int first;

    /** Cells of characters, which were decoded. */
    Cells() {
        this(new byte[0]);
    }

    /** @param bytes where the bytes of each line stand, for {@link #splitHalfWidth} */
    Cells(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the place for the characters of a line. */
    CharBuffer room() {
        return CharBuffer.wrap(chars);
    }

    void clear() {
        count = 0;
        first = 0;
    }

    int count() {
        return count - first;
    }

    Cell cell(int index) {
        return cells[first + index];
    }

    /** Takes the first cell away, which said what the line is. */
    void dropFirst() {
        first++;
    }

    /** Adds a cell that stands in the characters of the line. */
    void add(int begin, int end) {
        next().moveTo(begin, end);
    }

    /** Adds a cell whose bytes are no characters. */
    void addUnread() {
        next().leaveUnread();
    }

    /**
     * Takes texts that come by themselves and not in a line.
     *
     * @throws IllegalArgumentException if there is no room for all of them
     */
    void take(List<String> texts) {
        clear();
        int position = 0;
        for (String text : texts) {
            if (text.length() > chars.length - position) {
                throw new IllegalArgumentException("more characters than a line may have");
            }
            text.getChars(0, text.length(), chars, position);
            add(position, position + text.length());
            position += text.length();
        }
    }

    private Cell next() {
        if (count == cells.length) {
            addRoom();
        }
        return cells[count++];
    }

    private void addRoom() {
        int known = cells.length;
        cells = Arrays.copyOf(cells, 2 * known + 1);
        for (int i = known; i < cells.length; i++) {
            cells[i] = new Cell(chars, bytes);
        }
    }

    /** Returns the cells as texts of their own. */
    List<String> texts() {
        return Arrays.stream(cells, first, count).map(Cell::toString).toList();
    }

    /**
     * Splits a line of CSV (RFC 4180). A quote inside a cell that does not begin with one is a sign like others.
     *
     * @param length number of characters of the line
     * @return false if the quotes are wrong
     */
    boolean split(int length) {
        clear();
        int position = 0;
        while (true) {
            int end = position < length && chars[position] == '"'
                    ? quoted(position + 1, length)
                    : plain(position, length);
            if (end < 0) {
                clear();
                return false;
            } else if (end == length) {
                return true;
            }
            position = end + 1;
        }
    }

    /**
     * Splits a line of half-width signs without quotes, as most lines are, and learns the kinds of signs of each cell: one
     * pass over the bytes, eight at a time, for what else takes three.
     *
     * @param length number of bytes of the line
     * @return false if the line has other signs, and must be decoded first
     */
    boolean splitHalfWidth(int length) {
        clear();
        int begin = 0;
        int at = 0;
        int kinds = 0;
        while (at <= length) {
            long word = EightBytes.at(bytes, at);
            int signs = Math.min(EightBytes.before(word, COMMAS), length - at);
            kinds |= kinds(word, signs, at);
            at += signs;
            if (kinds == Cell.UNKNOWN) {
                return false;
            } else if (signs < EightBytes.COUNT) {
                next().moveToBytes(begin, at, kinds);
                at++;
                begin = at;
                kinds = 0;
            }
        }
        return true;
    }

    /** Most cells are digits, or empty. */
    private int kinds(long word, int signs, int from) {
        if (EightBytes.digits(word) >= signs) {
            return signs == 0 ? 0 : Signs.DIGIT;
        }
        int kinds = Signs.ofByte(bytes[from]);
        if (EightBytes.digits(word >>> Byte.SIZE) >= signs - 1) {
            // a number with a letter in front is a form of keys
            return signs == 1 ? kinds : kinds | Signs.DIGIT;
        }
        for (int at = from + 1; at < from + signs; at++) {
            kinds |= Signs.ofByte(bytes[at]);
        }
        return kinds;
    }

    private int plain(int begin, int length) {
        int end = begin;
        while (end < length && chars[end] != ',') {
            end++;
        }
        add(begin, end);
        return end;
    }

    /** Two quotes are one: the text moves together in its place. Returns the place behind the cell, or -1. */
    private int quoted(int begin, int length) {
        int target = begin;
        int position = begin;
        while (position < length) {
            char c = chars[position++];
            if (c != '"') {
                chars[target++] = c;
            } else if (position < length && chars[position] == '"') {
                chars[target++] = c;
                position++;
            } else {
                add(begin, target);
                return position == length || chars[position] == ',' ? position : -1;
            }
        }
        return -1;
    }
}
