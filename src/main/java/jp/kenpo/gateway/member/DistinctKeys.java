package jp.kenpo.gateway.member;

/**
 * Counts the different keys of 128 bits among many: pseudonyms of members, numbers of receipts. Not thread-safe.
 *
 * <p>Takes 21 to 43 bytes a different key, 64 for a moment when it grows, and nothing for one that comes again, so that a
 * file of any length costs no more than the members it concerns; twice as many up to {@link #SMALL_CAPACITY}. A table half
 * full would be quicker, and too large beside another one in the heap in which a gigabyte of receipts is read.
 */
public final class DistinctKeys {

    /** Takes the halves of a key. */
    @FunctionalInterface
    public interface KeyConsumer {
        void accept(long high, long low);
    }

    private static final int FIRST_CAPACITY = 1024;

    /**
     * Up to so many places, four megabytes, a table that is full gets four times as many: to fill them anew costs more than
     * all else, and what a small table takes too much is little.
     */
    private static final int SMALL_CAPACITY = 1 << 18;

    /** Keys that differ in the last bits only stand side by side: four of them fill a line of memory. */
    private static final int RUN_BITS = 2;

    private static final int RUN = 1 << RUN_BITS;

    /** Pairs of halves; two zeros are an empty place, so the key of zeros is kept in {@link #zero}. */
    private long[] places = new long[2 * FIRST_CAPACITY];

    private int size;
    private boolean zero;

    /** Adds a key and returns whether it is new. */
    public boolean add(long high, long low) {
        if (high == 0 && low == 0) {
            boolean added = !zero;
            zero = true;
            return added;
        }
        int place = placeOf(places, high, low);
        if (places[place] != 0 || places[place + 1] != 0) {
            return false;
        }
        places[place] = high;
        places[place + 1] = low;
        size++;
        if (size > places.length / 8 * 3) {
            grow();
        }
        return true;
    }

    /** Adds a pseudonym and returns whether it is new. */
    public boolean add(Pseudonym pseudonym) {
        return add(pseudonym.high(), pseudonym.low());
    }

    /** Returns the number of different keys. */
    public int size() {
        return zero ? size + 1 : size;
    }

    /** Names each key once, in no order. */
    public void forEach(KeyConsumer consumer) {
        if (zero) {
            consumer.accept(0, 0);
        }
        for (int i = 0; i < places.length; i += 2) {
            if (places[i] != 0 || places[i + 1] != 0) {
                consumer.accept(places[i], places[i + 1]);
            }
        }
    }

    private void grow() {
        long[] smaller = places;
        boolean small = 4 * (smaller.length / 2) <= SMALL_CAPACITY;
        places = new long[Math.multiplyExact(smaller.length, small ? 4 : 2)];
        for (int i = 0; i < smaller.length; i += 2) {
            if (smaller[i] != 0 || smaller[i + 1] != 0) {
                int place = placeOf(places, smaller[i], smaller[i + 1]);
                places[place] = smaller[i];
                places[place + 1] = smaller[i + 1];
            }
        }
    }

    /** Returns where the key is, or the free place where it belongs. */
    private static int placeOf(long[] places, long high, long low) {
        int mask = places.length / 2 - 1;
        int slot = slotOf(places, high, low);
        while (true) {
            int place = 2 * slot;
            boolean free = places[place] == 0 && places[place + 1] == 0;
            if (free || (places[place] == high && places[place + 1] == low)) {
                return place;
            }
            slot = (slot + 1) & mask;
        }
    }

    /** Returns where the search for a key begins. */
    private static int slotOf(long[] places, long high, long low) {
        int mask = places.length / 2 - 1;
        // keys that differ in some high bits only must not meet: numbers and short texts are such keys
        long mixed = (high ^ Long.rotateLeft(low >>> RUN_BITS, 32)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32) ^ (low >>> RUN_BITS)) * 0xC2B2AE3D27D4EB4FL;
        // the top bits, so that keys keep their order when the table grows, and memory is written from begin to end;
        // numbers in a run are neighbours, because fetching a line of memory costs more than all else here
        return ((int) (mixed >>> Long.numberOfLeadingZeros(mask)) & -RUN) | ((int) low & (RUN - 1));
    }
}
