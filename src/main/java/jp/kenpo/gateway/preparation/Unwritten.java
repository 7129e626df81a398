package jp.kenpo.gateway.preparation;

import java.util.Arrays;

/**
 * The bytes that were read from a payload and not yet written again. It remembers a megabyte: whoever reads more before
 * writing is not followed, and counts as one who writes something else.
 */
final class Unwritten {

    /** A piece of a payload; no more is held of a small one. */
    static final int SOME = 64 * 1024;

    private static final int MOST = 1024 * 1024;

    private byte[] bytes = new byte[0];
    private int begin;
    private int end;
    private boolean lost;

    /** Takes what was read. */
    void add(byte[] read, int offset, int length) {
        if (lost) {
            return;
        }
        if (end - begin + length > MOST) {
            forget();
            return;
        }
        makeRoom(length);
        System.arraycopy(read, offset, bytes, end, length);
        end += length;
    }

    private void makeRoom(int length) {
        if (end + length <= bytes.length) {
            return;
        }
        int held = end - begin;
        byte[] roomy = held + length <= bytes.length ? bytes : new byte[Math.max(SOME, 2 * (held + length))];
        System.arraycopy(bytes, begin, roomy, 0, held);
        bytes = roomy;
        begin = 0;
        end = held;
    }

    /** Returns whether the bytes that are written were read next; if so, they are not unwritten any more. */
    boolean take(byte[] written, int offset, int length) {
        boolean next = !lost
                && length <= end - begin
                && Arrays.equals(bytes, begin, begin + length, written, offset, offset + length);
        if (next) {
            begin += length;
        }
        return next;
    }

    /** Returns whether all that was read was written. */
    boolean isEmpty() {
        return !lost && begin == end;
    }

    /** Follows no further. */
    void forget() {
        lost = true;
        bytes = new byte[0];
    }
}
