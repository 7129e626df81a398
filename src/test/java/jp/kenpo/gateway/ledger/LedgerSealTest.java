package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class LedgerSealTest {

    private final LedgerSeal seal;

    LedgerSealTest() throws GeneralSecurityException {
        seal = LedgerCases.freshSeal();
    }

    @Test
    void tellsApartWhatIsTheSameWhenJoined() {
        String sealed = seal.over("ab", "c", null);

        assertThat(sealed).matches("[0-9a-f]{64}");
        assertThat(seal.holds(sealed, "ab", "c", null)).isTrue();
        assertThat(seal.holds(sealed, "a", "bc", null)).isFalse();
        assertThat(seal.holds(sealed, "ab", "c", "")).isFalse();
        assertThat(seal.holds(sealed, "ab", "c")).isFalse();
    }

    @Test
    void doesNotHoldWithAnotherKeyOrWithoutASeal() throws GeneralSecurityException {
        assertThat(LedgerCases.freshSeal().holds(seal.over("a"), "a")).isFalse();
        assertThat(seal.holds("", "a")).isFalse();
        assertThat(seal.holds("no seal", "a")).isFalse();
    }

    @Test
    void takesNoKeyOfAnotherKind() {
        assertThatThrownBy(() -> new LedgerSeal(
                        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key of the ledger is no MAC key");
    }
}
