package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig2026;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes: what it was told is durable, is there, and the ledger opens again. */
class KilledLedgerIT {

    @TempDir
    Path temp;

    @Test
    void keepsWhatWasDurableWhenTheProcessIsKilled() throws Exception {
        KeysetHandle key = KeysetHandle.generateNew(LedgerSeal.keyParameters(), MacConfig2026.get());
        Files.write(
                temp.resolve("key"),
                TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get(), MacConfig2026.get()));
        Set<TransferId> durable = new HashSet<>();
        for (int round = 0; round < 2; round++) {
            durable.addAll(writeUntilKilled(50));
        }

        try (LedgerDatabase database = LedgerDatabase.sqlite(temp.resolve("ledger.db"));
                Ledger ledger = Ledger.open(database, new LedgerSeal(key), temp.resolve("head"), LedgerCases.NOON)) {
            assertThat(durable).hasSizeGreaterThanOrEqualTo(100).allMatch(id -> ledger.find(id)
                    .isPresent());
            assertThat(ledger.verify().fault()).isNull();
            assertThat(ledger.verify().entries()).isGreaterThanOrEqualTo(durable.size());
        }
    }

    private Set<TransferId> writeUntilKilled(int atLeast) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLedger.class.getName(),
                        temp.toString())
                .redirectError(temp.resolve("errors").toFile())
                .start();
        Set<TransferId> durable = new HashSet<>();
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("durable ")) {
                    durable.add(new TransferId(line.substring("durable ".length())));
                }
                if (durable.size() == atLeast) {
                    // the handle, because the process itself would close the stream that says what was durable
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return durable;
    }
}
