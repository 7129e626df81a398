package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    private Path folder;

    @Test
    void makesItsKeysAtTheFirstStart() {
        var trial = new TrialInstallation(folder);
        trial.moved("A.CSV");
        assertThat(folder.resolve("keys")).isDirectoryContaining("glob:**/ledger.json");
        assertThat(folder.resolve("keys")).isDirectoryContaining("glob:**/payload.json");
        assertThat(folder.resolve("keys")).isDirectoryContaining("glob:**/members.json");
        try (var installation = trial.besideRunning()) {
            assertThat(installation.wasStarted()).isTrue();
            assertThat(installation.ledger().verify().fault()).isNull();
        }
    }

    @Test
    void makesNoNewKeyForALedgerThatLostItsOwn() throws IOException {
        var trial = new TrialInstallation(folder);
        trial.moved("A.CSV");
        Files.delete(folder.resolve("keys/payload.json"));
        try (var installation = trial.running()) {
            assertThatThrownBy(installation::ledger).isInstanceOf(ConfigurationRejectedException.class);
        }
        assertThat(folder.resolve("keys/payload.json")).doesNotExist();
    }

    @Test
    void hasNoLedgerBeforeTheFirstStart() {
        try (var installation = new TrialInstallation(folder).besideRunning()) {
            assertThat(installation.ledgerIfStarted()).isEmpty();
            assertThatThrownBy(installation::ledger).isInstanceOf(NeverStartedException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
