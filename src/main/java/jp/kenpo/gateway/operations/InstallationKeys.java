package jp.kenpo.gateway.operations;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import jp.kenpo.gateway.configuration.KeyFile;
import jp.kenpo.gateway.ledger.LedgerSeal;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.StudyKeys;

/**
 * The keys that belong to one installation, one file each below {@code keys/} in the data folder.
 *
 * <p>They are made together at the first start and never again: a ledger that outlived its key must be met with an
 * error, not with a new key that makes every old entry look forged.
 */
final class InstallationKeys {

    private static final int PSEUDONYM_KEY_BYTES = 32;

    private final Path folder;
    private final boolean mayCreate;

    InstallationKeys(Path folder, boolean mayCreate) {
        this.folder = folder;
        this.mayCreate = mayCreate;
    }

    /** Opens every key, so that all of them are on the disk before the first row of the ledger is. */
    void openAll() {
        members();
        payload();
        ledgerSeal();
    }

    LedgerSeal ledgerSeal() {
        return new LedgerSeal(open("ledger.json", LedgerSeal.keyParameters()));
    }

    KeysetHandle payload() {
        return open("payload.json", PredefinedAeadParameters.AES256_GCM);
    }

    MemberPseudonyms members() {
        return new MemberPseudonyms(bareKey("members.json"), new StudyKeys(bareKey("studies.json")));
    }

    /** Pseudonyms are made with the bare key, because the member module knows no key files. */
    @AccessesPartialKey
    private byte[] bareKey(String name) {
        var key = open(name, PredefinedMacParameters.HMAC_SHA256_256BITTAG)
                .getPrimary()
                .getKey();
        if (key instanceof HmacKey hmac) {
            return hmac.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        }
        throw new IllegalStateException(folder.resolve(name) + " holds no HMAC key");
    }

    /** Returns pseudonyms that hold for this process only: enough to count members, and nothing to be kept. */
    static MemberPseudonyms passing() {
        var key = new byte[PSEUDONYM_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new MemberPseudonyms(key);
    }

    boolean sealExists() {
        return Files.exists(folder.resolve("ledger.json"));
    }

    private KeysetHandle open(String name, Parameters parameters) {
        return KeyFile.open(folder.resolve(name), parameters, mayCreate);
    }
}
