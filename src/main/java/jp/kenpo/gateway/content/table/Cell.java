package jp.kenpo.gateway.content.table;

/** One cell as a part of the characters of its line; the next line takes its place. */
final class Cell implements CharSequence {

    private final char[] chars;
    private int begin;
    private int end;
    private boolean unread;

    Cell(char[] chars) {
        this.chars = chars;
    }

    void moveTo(int newBegin, int newEnd) {
        begin = newBegin;
        end = newEnd;
        unread = false;
    }

    /** Says that the bytes of the cell are no characters; it is then empty. */
    void leaveUnread() {
        moveTo(0, 0);
        unread = true;
    }

    /** Returns the characters of the line, of which this cell is a part. */
    char[] line() {
        return chars;
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    /** Returns whether the cell has signs of ASCII only, and not the sign of no value. */
    boolean isAscii() {
        int beyond = 0;
        for (int i = begin; i < end; i++) {
            beyond |= (chars[i] - 1) & ~0x7F;
        }
        return beyond == 0;
    }

    /** Returns eight signs of ASCII as one number, zeros behind the last; no other text has the same ones. */
    long packed(int from) {
        long packed = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            int at = begin + from + i;
            packed = (packed << Byte.SIZE) | (at < end ? chars[at] : 0);
        }
        return packed;
    }

    boolean isUnread() {
        return unread;
    }

    @Override
    public int length() {
        return end - begin;
    }

    @Override
    public char charAt(int index) {
        return chars[begin + index];
    }

    @Override
    public CharSequence subSequence(int from, int until) {
        return new String(chars, begin + from, until - from);
    }

    @Override
    public String toString() {
        return new String(chars, begin, end - begin);
    }
}
