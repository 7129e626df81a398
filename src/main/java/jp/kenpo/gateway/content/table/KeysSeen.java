package jp.kenpo.gateway.content.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The keys of the rows read so far, to find one that comes twice.
 *
 * <p>Most keys are numbers in a run. Those that differ in their last digit only share a place of sixteen bytes, so that a
 * table of them costs a tenth of the memory, and seldom a line of memory that the processor does not have at hand. A key
 * that is alone takes 21 to 43 bytes, 64 for a moment when the table grows.
 */
final class KeysSeen {

    private static final int FIRST_CAPACITY = 1024;

    /** The last half byte of a key is a bit here, above the {@link #KEY} that the first half of a place has. */
    private static final int RUN = 0xF;

    private static final int KEY_BITS = 48;
    private static final long KEY = (1L << KEY_BITS) - 1;

    /** Most signs of a text that stands for itself, a byte each. */
    private static final int TEXT = 14;

    /** Most digits of a number that stands for itself, half a byte each; {@link #NUMBER} keeps it apart from texts. */
    private static final int DIGITS = 24;

    private static final int NUMBER = 0x8000;

    /** Pairs of halves; where the first is zero, the place is empty. */
    private long[] places = new long[2 * FIRST_CAPACITY];

    private int used;
    /** Place of the key before, where the next of a run is as well. */
    private int before;

    private final MessageDigest digest = sha256();

    /** Adds a key and returns whether it is new. A short one stands for itself, any other for its hash. */
    boolean add(Cell cell) {
        int length = cell.length();
        int kinds = cell.halfWidthKinds();
        int last = Math.max(0, length - Long.BYTES);
        if (kinds == Signs.DIGIT && length <= DIGITS) {
            int middle = Math.max(0, last - Long.BYTES);
            long first = halfBytes(cell.packed(0, middle)) | (long) (NUMBER | length) << Integer.SIZE;
            return add(
                    first, halfBytes(cell.packed(middle, last)) << Integer.SIZE | halfBytes(cell.packed(last, length)));
        } else if ((kinds & Signs.CONTROL) == 0 && length <= TEXT) {
            return add(cell.packed(0, last), cell.packed(last, length));
        }
        var hash = ByteBuffer.wrap(digest.digest(cell.toString().getBytes(StandardCharsets.UTF_8)));
        return add(hash.getLong() & KEY, hash.getLong());
    }

    /** Returns eight digits of ASCII as half bytes. */
    private static long halfBytes(long digits) {
        long values = digits & 0x0F0F0F0F0F0F0F0FL;
        long pairs = (values | (values >>> 4)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs | (pairs >>> 8)) & 0x0000FFFF0000FFFFL;
        return (fours | (fours >>> 16)) & 0xFFFFFFFFL;
    }

    private boolean add(long first, long second) {
        long bit = 1L << (KEY_BITS + (second & RUN));
        long run = second & ~RUN;
        int place = isAt(places, before, first, run) ? before : placeOf(places, first, run);
        boolean added = (places[place] & bit) == 0;
        before = place;
        if (places[place] == 0) {
            places[place + 1] = run;
            used++;
        }
        places[place] |= first | bit;
        if (used > places.length / 8 * 3) {
            grow();
        }
        return added;
    }

    private void grow() {
        long[] smaller = places;
        places = new long[Math.multiplyExact(smaller.length, 2)];
        for (int i = 0; i < smaller.length; i += 2) {
            if (smaller[i] != 0) {
                int place = placeOf(places, smaller[i] & KEY, smaller[i + 1]);
                places[place] = smaller[i];
                places[place + 1] = smaller[i + 1];
            }
        }
    }

    /** Returns where the run is, or the free place where it belongs. */
    private static int placeOf(long[] places, long first, long run) {
        int mask = places.length / 2 - 1;
        long mixed = (first ^ Long.rotateLeft(run, 28)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32) ^ run) * 0xC2B2AE3D27D4EB4FL;
        // the top bits, so that runs keep their order when the table grows, and memory is written from begin to end
        int slot = (int) (mixed >>> Long.numberOfLeadingZeros(mask));
        while (places[2 * slot] != 0 && !isAt(places, 2 * slot, first, run)) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }

    private static boolean isAt(long[] places, int place, long first, long run) {
        return (places[place] & KEY) == first && places[place + 1] == run;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
