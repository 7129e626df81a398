package jp.kenpo.gateway.member;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed pseudonyms (HMAC-SHA-256) of members: equal members give equal pseudonyms, nothing leads back. Thread-safe. */
public final class MemberPseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** Keeps these pseudonyms apart from anything else that may be computed with the same key. */
    private static final String CONTEXT = "member/1\u001f";

    private final ThreadLocal<Mac> macs;

    /**
     * @param key at least 32 bytes, kept apart from the payload keys
     * @throws IllegalArgumentException if the key is shorter
     */
    public MemberPseudonyms(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("a key of pseudonyms has at least " + KEY_BYTES + " bytes");
        }
        var secret = new SecretKeySpec(key, ALGORITHM);
        macs = ThreadLocal.withInitial(() -> mac(secret));
    }

    /** Returns the pseudonym of a member: the first 128 bits of the HMAC. */
    public Pseudonym of(MemberIdentity member) {
        byte[] hash = macs.get().doFinal((CONTEXT + member.canonical()).getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.wrap(hash);
        return new Pseudonym(bytes.getLong(), bytes.getLong());
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
