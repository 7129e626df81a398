package jp.kenpo.gateway.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Seals records with the key of the installation; each is bound to its transfer and opens for no other. */
public final class ProvisionSeal {

    /** Keeps these texts apart from anything else that is sealed with the same key. */
    private static final String CONTEXT = "provision/1/";

    private final Aead key;
    private final ObjectMapper json = new ObjectMapper();

    /** @throws IllegalArgumentException if the key is of another kind */
    public ProvisionSeal(KeysetHandle installationKey) {
        try {
            key = installationKey.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key of the installation is no AEAD key", e);
        }
    }

    String sealed(ProvisionRecord record) {
        try {
            byte[] text = json.writeValueAsBytes(record);
            return Base64.getEncoder().encodeToString(key.encrypt(text, boundTo(record.transfer())));
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException("a record of a provision can't be sealed", e);
        }
    }

    /** @throws ProvisionNotReadableException if it was changed, belongs to another transfer, or has another key */
    ProvisionRecord opened(String transfer, String sealed) {
        try {
            byte[] text = key.decrypt(Base64.getDecoder().decode(sealed), boundTo(transfer));
            return json.readValue(text, ProvisionRecord.class);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new ProvisionNotReadableException(transfer);
        }
    }

    private static byte[] boundTo(String transfer) {
        return (CONTEXT + transfer).getBytes(UTF_8);
    }
}
