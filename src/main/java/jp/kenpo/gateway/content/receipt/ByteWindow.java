package jp.kenpo.gateway.content.receipt;

/**
 * Which of 64 bytes are commas, and which are neither commas nor digits, as bits: bit 0 is the first byte.
 *
 * <p>Most of a receipt file is commas of empty items and digits. Asked byte by byte, each question waits for the answer
 * to the one before; here eight bytes are asked at once, and items are found in the bits.
 */
final class ByteWindow {

    static final int BYTES = Long.SIZE;

    private static final long COMMAS = 0x2C2C2C2C2C2C2C2CL;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Added to seven bits, it sets the eighth for all but 0. */
    private static final long ABOVE_ZERO = 0x7F7F7F7F7F7F7F7FL;

    /** Added to seven bits, it sets the eighth for all above 9. */
    private static final long ABOVE_NINE = 0x7676767676767676L;

    /** Moves bit 0 of eight bytes side by side, to the top. */
    private static final long GATHER = 0x0102040810204080L;

    private final byte[] bytes;
    private int begin;
    private int end;
    private long commas;
    private long others;

    ByteWindow(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes have moved: nothing that was seen holds. */
    void forget() {
        begin = 0;
        end = 0;
    }

    /** Looks at the bytes from a position on, if they have not been looked at. */
    void cover(int position) {
        if (position < begin || position >= end) {
            moveTo(position);
        }
    }

    /** Looks at the 64 bytes from a position on. */
    void moveTo(int position) {
        begin = position;
        end = position + BYTES;
        commas = 0;
        others = 0;
        for (int at = 0; at < BYTES; at += EightBytes.COUNT) {
            long word = EightBytes.at(bytes, position + at);
            long noComma = word ^ COMMAS;
            noComma |= (noComma & LOW_BITS) + ABOVE_ZERO;
            long noDigit = word ^ ZEROS;
            noDigit |= (noDigit & LOW_BITS) + ABOVE_NINE;
            commas |= gathered(~noComma) << at;
            others |= gathered(noComma & noDigit) << at;
        }
    }

    private static long gathered(long highBits) {
        return (((highBits & HIGH_BITS) >>> 7) * GATHER) >>> 56;
    }

    int begin() {
        return begin;
    }

    /** Returns the commas from a covered position on, up to the first byte that is neither comma nor digit. */
    long commasFrom(int position) {
        long behind = othersFrom(position);
        // all bits below the lowest one that is set; all bits if none is
        return (commas >>> (position - begin)) & (behind - 1) & ~behind;
    }

    /** Returns whether a byte that is neither comma nor digit stands behind a position, which may be the end. */
    boolean hasOthersFrom(int position) {
        return position < end && othersFrom(position) != 0;
    }

    private long othersFrom(int position) {
        return others >>> (position - begin);
    }
}
