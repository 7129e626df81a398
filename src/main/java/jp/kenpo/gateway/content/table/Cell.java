package jp.kenpo.gateway.content.table;

/** One cell as a part of the characters of its line; the next line takes its place. */
final class Cell implements CharSequence {

    static final int UNKNOWN = -1;

    private final char[] chars;
    private int begin;
    private int end;
    private boolean unread;
    private int kinds;

    Cell(char[] chars) {
        this.chars = chars;
    }

    void moveTo(int newBegin, int newEnd) {
        begin = newBegin;
        end = newEnd;
        unread = false;
        kinds = UNKNOWN;
    }

    /** As above, for a cell of half-width signs whose kinds are known. */
    void moveTo(int newBegin, int newEnd, int newKinds) {
        moveTo(newBegin, newEnd);
        kinds = newKinds;
    }

    /** Returns the kinds of its half-width signs, bits of {@link Signs}; {@link #UNKNOWN} if nobody has looked. */
    int kinds() {
        return kinds;
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
        if (kinds != UNKNOWN && (kinds & Signs.CONTROL) == 0) {
            return true;
        }
        int beyond = 0;
        for (int i = begin; i < end; i++) {
            beyond |= (chars[i] - 1) & ~0x7F;
        }
        return beyond == 0;
    }

    /**
     * Returns at most eight signs of ASCII as one number, the last one lowest, so that keys in a run are numbers in a run;
     * other signs are another number.
     */
    long packed(int from, int until) {
        long packed = 0;
        for (int at = begin + from; at < begin + until; at++) {
            packed = (packed << Byte.SIZE) | chars[at];
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
