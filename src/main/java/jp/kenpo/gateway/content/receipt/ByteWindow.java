package jp.kenpo.gateway.content.receipt;

import jp.kenpo.gateway.content.EightBytes;

/**
 * Which bytes of the buffer are commas, and which are neither commas nor digits, as bits: 64 bytes from any position on,
 * bit 0 the first.
 *
 * <p>Most of a receipt file is commas of empty items and digits. Asked byte by byte, each question waits for the answer
 * to the one before; here eight bytes are asked at once, each of them once, and items are found in the bits.
 */
final class ByteWindow {

    static final int BYTES = Long.SIZE;

    /** So many bytes are looked at ahead: few enough to be at hand still when their items are taken. */
    private static final int AHEAD = 2048;

    private static final int BITS = 6;

    private static final long COMMAS = 0x2C2C2C2C2C2C2C2CL;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Added to seven bits, it sets the eighth for all but 0. */
    private static final long ABOVE_ZERO = 0x7F7F7F7F7F7F7F7FL;

    /** Added to seven bits, it sets the eighth for all above 9. */
    private static final long ABOVE_NINE = 0x7676767676767676L;

    private final byte[] bytes;

    /** By number of 64 bytes of the buffer. */
    private final long[] commas;

    private final long[] others;

    /** The bits are right for the positions from here until there. */
    private int begin;

    private int end;

    private long commasHere;
    private long othersHere;

    /** @param bytes the buffer; what is behind its last whole 64 bytes can't be asked for */
    ByteWindow(byte[] bytes) {
        this.bytes = bytes;
        commas = new long[(bytes.length >>> BITS) + 2];
        others = new long[commas.length];
    }

    /** The bytes have moved: nothing that was seen holds. */
    void forget() {
        begin = 0;
        end = 0;
    }

    /** Moves to the 64 bytes from a position on. */
    void moveTo(int position) {
        if (position < begin || position + BYTES > end) {
            look(position);
        }
        int index = position >>> BITS;
        commasHere = from(commas, index, position);
        othersHere = from(others, index, position);
    }

    /** The shift is that of the lowest six bits of a number; two shifts, because one by 64 is none. */
    private static long from(long[] bits, int index, int position) {
        return (bits[index] >>> position) | ((bits[index + 1] << 1) << ~position);
    }

    private void look(int position) {
        begin = position & -BYTES;
        end = Math.min(begin + AHEAD, bytes.length & -BYTES);
        for (int at = begin; at < end; at += BYTES) {
            look(at, at >>> BITS);
        }
    }

    private void look(int position, int index) {
        long noCommas = 0;
        long noDigits = 0;
        // two words a turn: Java does not unroll this by itself
        for (int at = position; at < position + BYTES; at += 2 * EightBytes.COUNT) {
            long first = EightBytes.at(bytes, at);
            long second = EightBytes.at(bytes, at + EightBytes.COUNT);
            // bit 7 of each byte says it, and those of earlier words make room: that of the first ends as bit 0
            noCommas = (noCommas >>> 2) | (noComma(first) >>> 1) | noComma(second);
            noDigits = (noDigits >>> 2) | (noDigit(first) >>> 1) | noDigit(second);
        }
        commas[index] = transposed(~noCommas);
        others[index] = transposed(noCommas & noDigits);
    }

    private static long noComma(long word) {
        long different = word ^ COMMAS;
        return (((different & LOW_BITS) + ABOVE_ZERO) | different) & HIGH_BITS;
    }

    private static long noDigit(long word) {
        long different = word ^ ZEROS;
        return (((different & LOW_BITS) + ABOVE_NINE) | different) & HIGH_BITS;
    }

    /** Exchanges rows and columns of eight by eight bits: first within two by two, then four by four, then all. */
    private static long transposed(long bits) {
        long twos = exchanged(bits, 7, 0x00AA00AA00AA00AAL);
        long fours = exchanged(twos, 14, 0x0000CCCC0000CCCCL);
        return exchanged(fours, 28, 0x00000000F0F0F0F0L);
    }

    /** Exchanges the bits of a mask with those that are some places above them. */
    private static long exchanged(long bits, int places, long mask) {
        long different = (bits ^ (bits >>> places)) & mask;
        return bits ^ different ^ (different << places);
    }

    /** Returns all commas. */
    long allCommas() {
        return commasHere;
    }

    /** Returns whether the first bytes that are neither comma nor digit are two from there on, and a comma is behind. */
    boolean beginsOthersWithPair(int index) {
        long pair = 0b11L << index;
        long comma = 0b100L << index;
        // behind the first half not all three are in sight
        return index < BYTES / 2
                && (othersHere & (comma | (comma - 1))) == pair
                && (commasHere & (pair | comma)) == comma;
    }

    /** Returns the commas up to the first byte that is neither comma nor digit. */
    long commas() {
        // all bits below the lowest one that is set; all bits if none is
        return commasHere & (othersHere - 1) & ~othersHere;
    }

    /** Returns whether one of the bytes is neither comma nor digit. */
    boolean hasOthers() {
        return othersHere != 0;
    }
}
