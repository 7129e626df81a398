package jp.kenpo.gateway.member;

import java.nio.ByteBuffer;

/**
 * Keyed stand-in for a member, 128 bits. Without the key of {@link MemberPseudonyms} nothing leads back to the member.
 *
 * @param high first eight bytes, big-endian
 * @param low last eight bytes
 */
public record Pseudonym(long high, long low) {

    /** Returns the sixteen bytes, as they are stored. */
    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }
}
