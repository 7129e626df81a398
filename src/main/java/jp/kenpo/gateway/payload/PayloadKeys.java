package jp.kenpo.gateway.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig2026;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Makes, wraps and unwraps the keys of single payloads.
 *
 * <p>Each payload has a key of its own, so that destroying the one wrapped key erases the one payload. The payload's id
 * is bound into the wrapped key and into the encrypted bytes: neither can be moved to another payload.
 */
final class PayloadKeys {

    private static final Configuration STREAMS = StreamingAeadConfig2026.get();

    /**
     * Each reader and writer of a payload holds two segments in memory, however small the payload is. Payloads from before
     * have segments of 1 MB; their keys say so.
     */
    private static final int SEGMENT = 64 * 1024;

    private final Aead installation;

    PayloadKeys(KeysetHandle installationKey) {
        try {
            installation = installationKey.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key of the installation is no AEAD key", e);
        }
    }

    /** A payload's key, and how it stands in the ticket. */
    record Key(StreamingAead cipher, String wrapped) {}

    Key fresh(String payloadId) {
        try {
            KeysetHandle key = KeysetHandle.generateNew(keyParameters(), STREAMS);
            byte[] wrapped =
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(key, installation, boundTo(payloadId), STREAMS);
            return new Key(cipher(key), Base64.getEncoder().encodeToString(wrapped));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java can't make an AES-256-GCM key", e);
        }
    }

    private static AesGcmHkdfStreamingParameters keyParameters() throws GeneralSecurityException {
        return AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(32)
                .setDerivedAesGcmKeySizeBytes(32)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT)
                .build();
    }

    /** @throws GeneralSecurityException if the installation's key does not open it, or it belongs to another payload */
    StreamingAead unwrap(String payloadId, String wrapped) throws GeneralSecurityException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(wrapped);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the wrapped key is not Base64", e);
        }
        return cipher(TinkProtoKeysetFormat.parseEncryptedKeyset(bytes, installation, boundTo(payloadId), STREAMS));
    }

    static byte[] boundTo(String payloadId) {
        return payloadId.getBytes(UTF_8);
    }

    private static StreamingAead cipher(KeysetHandle key) throws GeneralSecurityException {
        return key.getPrimitive(STREAMS, StreamingAead.class);
    }
}
