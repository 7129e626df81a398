package jp.kenpo.gateway.member;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of members in a study (研究用番号): what leaves in the place of who a member is, so that data of one member can be put
 * together by whoever measures, and led back by nobody but the society.
 *
 * <p>Each study has a key of its own, derived from one key that serves nothing else: the same member has other keys in other
 * studies, and none of them is a pseudonym of the ledger. Thread-safe.
 */
public final class StudyKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int SHOWN_BYTES = 16;

    private final SecretKeySpec root;

    /**
     * @param key at least 32 bytes, kept apart from that of the pseudonyms
     * @throws IllegalArgumentException if the key is shorter
     */
    public StudyKeys(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("a key of studies has at least " + KEY_BYTES + " bytes");
        }
        this.root = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Returns the key of a member in a study: 128 bits in 32 letters A to P.
     *
     * <p>Letters only, so that no part of it looks like a number of a person.
     */
    public String of(String study, MemberIdentity member) {
        var ofStudy = new SecretKeySpec(hash(root, "study/1\u001f" + study), ALGORITHM);
        byte[] hash = hash(ofStudy, "member/1\u001f" + member.canonical());
        var letters = new StringBuilder();
        for (byte each : Arrays.copyOf(hash, SHOWN_BYTES)) {
            letters.append((char) ('A' + (each >> 4 & 0xf))).append((char) ('A' + (each & 0xf)));
        }
        return letters.toString();
    }

    private static byte[] hash(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
