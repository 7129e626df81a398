package jp.kenpo.gateway.member;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keyed pseudonyms (HMAC-SHA-256) of members: equal members give equal pseudonyms, nothing leads back. Thread-safe. */
public final class MemberPseudonyms {

    private static final String ALGORITHM = "SHA-256";
    private static final int KEY_BYTES = 32;
    private static final int HASH_BYTES = 32;

    /** Keeps these pseudonyms apart from anything else that may be computed with the same key. */
    private static final String CONTEXT = "member/1\u001f";

    private static final int BLOCK_BYTES = 64;
    private static final byte INNER_PAD = 0x36;
    private static final byte OUTER_PAD = 0x5c;

    /**
     * The digests that have taken the padded key and the context; each member goes on from a copy. The Java library's
     * HMAC takes the key anew for every text, which doubles the work for one as short as an identity.
     */
    private final MessageDigest inner;

    private final MessageDigest outer;

    private final StudyKeys studies;
    private final @Nullable Consumer<MemberIdentity> seen;

    /**
     * Makes pseudonyms whose studies get a key that holds for this process only.
     *
     * @param key at least 32 bytes, kept apart from the payload keys
     * @throws IllegalArgumentException if the key is shorter
     */
    public MemberPseudonyms(byte[] key) {
        this(key, new StudyKeys(passingKey()));
    }

    /**
     * @param key at least 32 bytes, kept apart from the payload keys
     * @param studies the keys of members in studies, under a key of their own
     * @throws IllegalArgumentException if the key is shorter
     */
    public MemberPseudonyms(byte[] key, StudyKeys studies) {
        this(key, studies, null);
    }

    /**
     * Makes pseudonyms that hold for this process only, and tells whom they are of.
     *
     * @param seen is told each member that gets a pseudonym; called by several threads at once
     */
    public static MemberPseudonyms telling(Consumer<MemberIdentity> seen) {
        return new MemberPseudonyms(passingKey(), new StudyKeys(passingKey()), seen);
    }

    private MemberPseudonyms(byte[] key, StudyKeys studies, @Nullable Consumer<MemberIdentity> seen) {
        this.studies = studies;
        this.seen = seen;
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("a key of pseudonyms has at least " + KEY_BYTES + " bytes");
        }
        inner = padded(key, INNER_PAD);
        inner.update(CONTEXT.getBytes(StandardCharsets.UTF_8));
        outer = padded(key, OUTER_PAD);
    }

    /** Returns the pseudonym of a member: the first 128 bits of the HMAC. */
    public Pseudonym of(MemberIdentity member) {
        if (seen != null) {
            seen.accept(member);
        }
        byte[] canonical = member.canonical().getBytes(StandardCharsets.UTF_8);
        return of(canonical, canonical.length, new byte[HASH_BYTES]);
    }

    /** Returns the same pseudonym for the same member, where the identity is plain. */
    public Pseudonym of(PlainIdentity member) {
        if (seen != null) {
            seen.accept(member.identity());
        }
        return of(member.bytes(), member.length(), member.hash());
    }

    /** @param hash room for a hash */
    private Pseudonym of(byte[] canonical, int length, byte[] hash) {
        digest(inner, canonical, length, hash);
        digest(outer, hash, HASH_BYTES, hash);
        var bytes = ByteBuffer.wrap(hash);
        return new Pseudonym(bytes.getLong(), bytes.getLong());
    }

    private static void digest(MessageDigest begun, byte[] text, int length, byte[] hash) {
        try {
            MessageDigest digest = (MessageDigest) begun.clone();
            digest.update(text, 0, length);
            digest.digest(hash, 0, HASH_BYTES);
        } catch (CloneNotSupportedException | DigestException e) {
            throw new IllegalStateException("every Java can copy " + ALGORITHM + ", which has 32 bytes", e);
        }
    }

    /** Returns the keys that stand for members in studies, which nobody can put together with these pseudonyms. */
    public StudyKeys studies() {
        return studies;
    }

    private static byte[] passingKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** Source: RFC 2104. A key longer than a block stands for itself as its hash. */
    private static MessageDigest padded(byte[] key, byte pad) {
        var digest = sha256();
        byte[] block = Arrays.copyOf(key.length > BLOCK_BYTES ? sha256().digest(key) : key, BLOCK_BYTES);
        for (int i = 0; i < BLOCK_BYTES; i++) {
            block[i] ^= pad;
        }
        digest.update(block);
        Arrays.fill(block, (byte) 0);
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
