package jp.kenpo.gateway.member;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Who a member is (see {@link MemberIdentity}), where insurer number, symbol, number and branch number are written in
 * half-width signs without spaces, as in most tables: then there is nothing to normalise, and the bytes that the
 * pseudonym is made of can be put together without a text. Used again for each member; not thread-safe.
 */
public final class PlainIdentity {

    private static final char SEPARATOR = '\u001f';
    private static final int PARTS = 4;

    /** Far more than any identity has; a longer one goes the long way. */
    private static final int MOST_BYTES = 256;

    private static final int HASH_BYTES = 32;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes = new byte[MOST_BYTES + Long.BYTES];
    private final byte[] hash = new byte[HASH_BYTES];
    private int length;

    /** Begins the next member. */
    public void begin() {
        length = 0;
    }

    /**
     * Adds the next part, in the order of {@link MemberIdentity}.
     *
     * @return false if the part is not plain; then only a {@link MemberIdentity} can say who the member is
     */
    public boolean add(CharSequence part) {
        int count = part.length();
        if (length + count >= MOST_BYTES) {
            return false;
        }
        int at = length;
        if (at > 0) {
            bytes[at++] = SEPARATOR;
        }
        int others = 0;
        for (int i = 0; i < count; i++) {
            char sign = part.charAt(i);
            // no sign from ! to ~ leaves anything below zero
            others |= (sign - '!') | ('~' - sign);
            bytes[at++] = (byte) sign;
        }
        length = at;
        return others >= 0;
    }

    /**
     * Adds the next part, of which is known that it is plain: signs from ! to ~ only.
     *
     * @param line holds the part, and seven more bytes, which are read and mean nothing
     * @return false if there is no room for it
     */
    public boolean addPlain(byte[] line, int begin, int end) {
        int count = end - begin;
        if (length + count >= MOST_BYTES) {
            return false;
        }
        int at = length;
        if (at > 0) {
            bytes[at++] = SEPARATOR;
        }
        // most parts have no more than eight bytes; what is copied beyond the end gets overwritten
        for (int i = 0; i < count; i += Long.BYTES) {
            WORDS.set(bytes, at + i, (long) WORDS.get(line, begin + i));
        }
        length = at + count;
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns room for a hash. */
    byte[] hash() {
        return hash;
    }

    int length() {
        return length;
    }

    MemberIdentity identity() {
        String[] parts = new String(bytes, 0, length, StandardCharsets.US_ASCII).split("" + SEPARATOR, PARTS);
        return MemberIdentity.withBranch(parts[0], parts[1], parts[2], parts[3]);
    }

    /** Masks as {@link MemberIdentity} does. */
    @Override
    public String toString() {
        return identity().toString();
    }
}
