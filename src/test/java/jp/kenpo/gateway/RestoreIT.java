package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.Sftp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Yesterday's backup is put back after a day's traffic: it says so, looks what is there, and sends nothing twice. */
class RestoreIT {

    private static final String IN = "payer-fund.receipts";
    private static final String TAISHO = "taisho-audit.receipt-check-request";
    private static final String CORE = "core-system.receipts";

    private final GatewaySetup setup = GatewaySetup.named("restore");
    private final Path backup = setup.folder().resolve("backup");
    private final Path keys = setup.folder().resolve("keys-kept");

    @Test
    void sendsNothingTwiceThatWentOutAfterTheBackup() throws Exception {
        Made before = ReceiptFiles.another(YearMonth.of(2025, 1), 3);
        Made lost = ReceiptFiles.another(YearMonth.of(2025, 2), 4);
        Made after = ReceiptFiles.another(YearMonth.of(2025, 3), 5);
        try (GatewayProcess gateway = setup.start()) {
            pass(gateway, before);
            succeed(gateway.command("backup", "--to", backup.toString(), "--keys-to", keys.toString()));
            pass(gateway, lost);
            try (Sftp taisho = gateway.sftp("taisho-audit")) {
                for (String name : taisho.files("download")) {
                    taisho.remove("download/" + name);
                }
            }
            gateway.kill();
            throwAway(gateway.dataDir());

            GatewayProcess.Ended restored =
                    gateway.command("restore", "--from", backup.toString(), "--keys-from", keys.toString());
            succeed(restored);
            assertThat(restored.out()).contains("is not in this ledger", "held before they are delivered");
            putBack(gateway.dataDir());
            gateway.start();

            arrive(gateway, before);
            arrive(gateway, lost);
            gateway.awaitTransfer(IN, "duplicate", before.sha256());
            gateway.awaitTransfer(IN, "accepted", lost.sha256());
            JsonNode second = gateway.awaitTransfer(TAISHO, "held", lost.sha256());
            assertThat(second.path("lastError").asText()).contains("restored from a backup", "Ask the counterparty");
            gateway.awaitTransfer(CORE, "delivered", lost.sha256());
            tellsTheCoreSystem(gateway, lost);
            assertThat(files(gateway, "taisho-audit/download"))
                    .as("fetched before, not put again")
                    .isEmpty();
            assertThat(files(gateway, "core-system/download/receipts"))
                    .as("it lay there")
                    .hasSize(2);

            String id = second.path("id").asText();
            succeed(gateway.command("mark-delivered", id, "--evidence", "confirmed by telephone"));
            succeed(gateway.command("settle", "--reason", "compared with the counterparties"));
            pass(gateway, after);
            assertThat(files(gateway, "taisho-audit/download")).hasSize(1);
            assertThat(gateway.command("ledger", "verify").exitCode()).isZero();
            assertThat(new LedgerFile(gateway.dataDir())
                            .column("select kind from entry where transfer is null and kind like 'restore%'"))
                    .containsExactlyInAnyOrder("restored", "restore-settled");
        }
    }

    /** The message of the lost time was lost with the broker. */
    private static void tellsTheCoreSystem(GatewayProcess gateway, Made file) {
        try (Queues core = gateway.queues()) {
            Awaitility.await("the core system is told of what lay there")
                    .atMost(GatewayProcess.PATIENCE)
                    .until(() -> core.waiting(CORE).stream().anyMatch(told -> told.contains(file.sha256())));
        }
    }

    private static void pass(GatewayProcess gateway, Made file) throws IOException {
        arrive(gateway, file);
        gateway.awaitTransfer(TAISHO, "delivered", file.sha256());
        gateway.awaitTransfer(CORE, "delivered", file.sha256());
    }

    private static void arrive(GatewayProcess gateway, Made file) throws IOException {
        try (Sftp client = gateway.payerFund()) {
            client.putUnderTemporaryName(file.remotePath(), file.bytes());
        }
    }

    private static void succeed(GatewayProcess.Ended ended) {
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
    }

    /** The counterparties and the core system keep what is theirs; everything of the gateway is gone. */
    private void throwAway(Path data) throws IOException {
        Files.move(data.resolve("sandbox"), setup.folder().resolve("sandbox-kept"));
        Path home = Files.createDirectories(setup.folder().resolve("homes-kept"));
        Files.move(data.resolve("homes/core-system"), home.resolve("core-system"));
        try (Stream<Path> all = Files.walk(data)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void putBack(Path data) throws IOException {
        Files.move(setup.folder().resolve("sandbox-kept"), data.resolve("sandbox"));
        Files.move(setup.folder().resolve("homes-kept"), data.resolve("homes"));
    }

    private static List<Path> files(GatewayProcess gateway, String home) throws IOException {
        Path folder = gateway.dataDir().resolve("homes").resolve(home);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
