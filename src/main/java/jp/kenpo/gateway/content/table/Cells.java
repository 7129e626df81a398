package jp.kenpo.gateway.content.table;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.content.ByteLines;

/** The cells of one line. The characters and cells are used again for each line, so that a line costs no memory. */
final class Cells {

    private final char[] chars = new char[ByteLines.LONGEST];
    private final List<Cell> cells = new ArrayList<>();
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
        return cells.get(first + index);
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
        if (count == cells.size()) {
            cells.add(new Cell(chars));
        }
        return cells.get(count++);
    }

    /** Returns the cells as texts of their own. */
    List<String> texts() {
        return cells.subList(first, count).stream().map(Cell::toString).toList();
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
