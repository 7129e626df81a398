package jp.kenpo.gateway.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig2026;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Seals entries with a key (HMAC-SHA-256), so that who can write rows can't write entries. Thread-safe.
 *
 * <p>What is sealed is a sequence of texts, each with its length before it: no two sequences give the same bytes.
 */
public final class LedgerSeal {

    private static final HexFormat HEX = HexFormat.of();

    private final Mac mac;

    /** @throws IllegalArgumentException if it is a key of another kind */
    public LedgerSeal(KeysetHandle key) {
        try {
            mac = key.getPrimitive(MacConfig2026.get(), Mac.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key of the ledger is no MAC key", e);
        }
    }

    /** Returns the kind of key the ledger wants: 256 bits, the whole HMAC-SHA-256 and nothing before it. */
    public static Parameters keyParameters() {
        try {
            return HmacParameters.builder()
                    .setKeySizeBytes(32)
                    .setTagSizeBytes(32)
                    .setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("these are the parameters of RFC 2104 with SHA-256", e);
        }
    }

    /** Returns the seal over the texts, hexadecimal. */
    String over(@Nullable String... texts) {
        try {
            return HEX.formatHex(mac.computeMac(framed(texts)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the ledger's key does not seal", e);
        }
    }

    /** Returns whether a seal belongs to the texts; false for a text that is no seal at all. */
    boolean holds(String seal, @Nullable String... texts) {
        try {
            mac.verifyMac(HEX.parseHex(seal), framed(texts));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] framed(@Nullable String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : texts) {
                if (text == null) {
                    out.writeInt(-1);
                } else {
                    byte[] utf8 = text.getBytes(UTF_8);
                    out.writeInt(utf8.length);
                    out.write(utf8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
