package jp.kenpo.gateway.content.table;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import jp.kenpo.gateway.content.ByteLines;

/** The cells of one line. The characters and cells are used again for each line, so that a line costs no memory. */
final class Cells {

    private final char[] chars = new char[ByteLines.LONGEST];
    private Cell[] cells = {};
    private int count;
    private int first;

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
            cells = Arrays.copyOf(cells, 2 * count + 1);
            Arrays.setAll(cells, index -> index < count ? cells[index] : new Cell(chars));
        }
        return cells[count++];
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
     * pass over the bytes for what else takes three.
     *
     * @return false if the line has other signs, and must be decoded first
     */
    boolean splitHalfWidth(ByteLines line) {
        clear();
        int length = line.length();
        int begin = 0;
        int kinds = 0;
        for (int at = 0; at < length; at++) {
            byte sign = line.at(at);
            if (sign == ',') {
                next().moveTo(begin, at, kinds);
                begin = at + 1;
                kinds = 0;
            } else if (sign < 0 || sign == '"') {
                return false;
            } else {
                chars[at] = (char) sign;
                kinds |= Signs.ofAscii(sign);
            }
        }
        next().moveTo(begin, length, kinds);
        return true;
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
