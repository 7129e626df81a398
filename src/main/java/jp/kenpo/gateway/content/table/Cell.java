package jp.kenpo.gateway.content.table;

import java.nio.charset.StandardCharsets;
import jp.kenpo.gateway.content.EightBytes;

/**
 * One cell of a line; the next line takes its place. It is a part of the characters of the line or, where the line has
 * half-width signs only, of its bytes.
 */
final class Cell implements CharSequence {

    /** All bits of {@link Signs} and more: nothing can be said. */
    static final int UNKNOWN = -1;

    private final char[] chars;
    private final byte[] bytes;
    private int begin;
    private int end;
    private boolean unread;
    private int kinds = UNKNOWN;

    Cell(char[] chars, byte[] bytes) {
        this.chars = chars;
        this.bytes = bytes;
    }

    /** Takes a part of the characters. */
    void moveTo(int newBegin, int newEnd) {
        begin = newBegin;
        end = newEnd;
        unread = false;
        kinds = UNKNOWN;
    }

    /** Takes a part of the bytes, half-width signs of known kinds. */
    void moveToBytes(int newBegin, int newEnd, int newKinds) {
        begin = newBegin;
        end = newEnd;
        unread = false;
        kinds = newKinds;
    }

    /** Returns the kinds of its half-width signs, bits of {@link Signs}; {@link #UNKNOWN} if nobody has looked. */
    int kinds() {
        return kinds;
    }

    /** Returns whether the cell is a part of bytes, which are half-width signs. */
    boolean isHalfWidth() {
        return kinds != UNKNOWN;
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

    /** Returns the bytes of the line, of which a cell of half-width signs is a part. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the kinds of its signs, looking at them if nobody has; {@link #UNKNOWN} if some are not half-width. */
    int halfWidthKinds() {
        int seen = kinds;
        if (seen == UNKNOWN) {
            seen = 0;
            for (int i = begin; i < end; i++) {
                seen |= Signs.ofAscii(chars[i]);
            }
        }
        return seen;
    }

    /**
     * Returns at most eight half-width signs as one number, the last one lowest, so that keys in a run are numbers in a run;
     * other signs are another number.
     */
    long packed(int from, int until) {
        if (isHalfWidth()) {
            long signs = Long.reverseBytes(EightBytes.at(bytes, begin + from));
            // a shift by 64 is none
            return until == from ? 0 : signs >>> (Long.SIZE - (until - from) * Byte.SIZE);
        }
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
        return isHalfWidth() ? (char) bytes[begin + index] : chars[begin + index];
    }

    @Override
    public CharSequence subSequence(int from, int until) {
        return text(begin + from, until - from);
    }

    @Override
    public String toString() {
        return text(begin, end - begin);
    }

    private String text(int first, int count) {
        return isHalfWidth()
                ? new String(bytes, first, count, StandardCharsets.ISO_8859_1)
                : new String(chars, first, count);
    }
}
