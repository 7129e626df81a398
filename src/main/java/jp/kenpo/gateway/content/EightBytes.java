package jp.kenpo.gateway.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at once, as one number with the first byte lowest: how many digits they begin with, and what they write. */
public final class EightBytes {

    /** How many bytes are taken at once: so many must be readable behind every position. */
    public static final int COUNT = 8;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ZEROS = 0x3030303030303030L;

    /** Added to a byte from 0 to 127, it sets the high bit of all above 9. */
    private static final long ABOVE_NINE = 0x7676767676767676L;

    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = ~HIGH_BITS;

    private static final int BITS = 3;
    private static final int RUN = 12;

    private EightBytes() {}

    /** Returns the eight bytes from a position on. */
    public static long at(byte[] bytes, int position) {
        return (long) WORDS.get(bytes, position);
    }

    /** Puts eight bytes in their place. */
    public static void put(byte[] bytes, int position, long word) {
        WORDS.set(bytes, position, word);
    }

    /** Returns a sign of ASCII eight times, as {@link #before} takes it. */
    public static long eightTimes(char sign) {
        return sign * LOWEST_BITS;
    }

    /**
     * Returns how many of the bytes stand before the first that is a certain sign, 0 to 8.
     *
     * @param signs the sign, eight times
     */
    public static int before(long word, long signs) {
        long others = word ^ signs;
        // a borrow comes from a byte that is the sign, and falsifies only bytes behind it
        long same = (others - LOWEST_BITS) & ~others & HIGH_BITS;
        return Long.numberOfTrailingZeros(same) >>> BITS;
    }

    /** Returns how many of the bytes are digits before the first that is none, 0 to 8. */
    public static int digits(long word) {
        long values = word ^ ZEROS;
        // a carry comes from a byte that is no digit, and falsifies only bytes behind it
        long others = ((values + ABOVE_NINE) | values) & HIGH_BITS;
        return Long.numberOfTrailingZeros(others) >>> BITS;
    }

    /** Returns the bytes that are no digits, by their high bits. */
    public static long others(long word) {
        long values = word ^ ZEROS;
        return (((values & LOW_BITS) + ABOVE_NINE) | values) & HIGH_BITS;
    }

    /**
     * Returns the number that the first bytes write.
     *
     * @param count number of digits, 1 to 8
     */
    public static int number(long word, int count) {
        // the digits moved to the end, zeros before them; then two, four and eight digits at a time
        long values = (word ^ ZEROS) << (Long.SIZE - (count << BITS));
        long pairs = values * 10 + (values >>> 8);
        return (int) (((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32);
    }

    /** Returns where twelve digits, no more, stand in a row for the first time; -1 if they do nowhere. */
    public static int twelveDigits(byte[] bytes, int from, int to) {
        // one of every five positions has eight of twelve digits behind it; each is asked by itself, none waits
        for (int at = from; at + COUNT <= to; at += RUN - COUNT + 1) {
            if (others(at(bytes, at)) == 0) {
                int begin = beginOfRun(bytes, at, from);
                int end = endOfRun(bytes, at, to);
                if (end - begin == RUN) {
                    return begin;
                }
                at = end;
            }
        }
        return -1;
    }

    /** Returns where the row of digits begins that a position is part of. */
    private static int beginOfRun(byte[] bytes, int position, int from) {
        int begin = position;
        while (begin > from && isDigit(bytes[begin - 1])) {
            begin--;
        }
        return begin;
    }

    private static int endOfRun(byte[] bytes, int position, int to) {
        int end = position + COUNT;
        while (end < to && isDigit(bytes[end])) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
