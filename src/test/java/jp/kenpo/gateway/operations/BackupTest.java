package jp.kenpo.gateway.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.CopyRefusedException.Reason;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Copies of an installation, taken while it works, and put back. */
class BackupTest {

    @TempDir
    Path temp;

    @Test
    void copiesAWorkingInstallationAndPutsItBack() throws Exception {
        Path var = temp.resolve("var");
        try (Installation running = new TrialInstallation(var).running()) {
            TransferId first = taken(running, "first");
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService traffic = Executors.newSingleThreadExecutor();
            var written = traffic.submit(() -> {
                int count = 0;
                while (!over.get()) {
                    taken(running, "more " + count++);
                }
                return count;
            });
            BackupManifest backup = backup(var, temp.resolve("backup"), temp.resolve("keys"));
            over.set(true);
            assertThat(written.get()).isPositive();
            traffic.shutdown();
            assertThat(backup.payloads())
                    .isGreaterThanOrEqualTo(backup.entries() - 1)
                    .isPositive();

            Restoration.Restored restored = restore(temp.resolve("backup"), temp.resolve("new"), temp.resolve("keys"));

            assertThat(restored.held()).isEqualTo(backup.entries());
            try (Installation back = new TrialInstallation(temp.resolve("new")).running()) {
                assertThat(back.ledger().verify().fault()).isNull();
                Transfer held = back.ledger().find(first).orElseThrow();
                assertThat(held.state()).isEqualTo(TransferState.HELD);
                assertThat(held.lastError()).contains("restored from a backup");
                for (Transfer transfer : back.ledger().transfers(new Ledger.Filter(null, null, null, 100_000))) {
                    try (InputStream bytes = back.payloads().open(Objects.requireNonNull(transfer.ticket()))) {
                        assertThat(bytes.readAllBytes()).isNotEmpty();
                    }
                }
                taken(back, "work goes on");
            }
            assertThat(temp.resolve("new/restoring")).doesNotExist();
        }
    }

    @Test
    void entersThatItWasRestoredAndLeavesAloneWhatHadEnded() throws IOException {
        Path var = temp.resolve("var");
        TransferId ended;
        TransferId underWay;
        try (Installation running = new TrialInstallation(var).running()) {
            ended = taken(running, "ended");
            running.ledger().write(write -> {
                write.move(
                        ended,
                        Set.of(TransferState.RECEIVED),
                        TransferState.QUARANTINED,
                        EntryKind.QUARANTINED,
                        Map.of());
                return write.move(
                        ended, Set.of(TransferState.QUARANTINED), TransferState.REJECTED, EntryKind.REJECTED, Map.of());
            });
            underWay = taken(running, "under way");
            running.ledger().write(write -> {
                write.tryAgain(new jp.kenpo.gateway.ledger.Attempt(underWay, "ticket.x", 3, write.now(), write.now()));
                return underWay;
            });
            backup(var, temp.resolve("backup"), null);
        }
        keysAreThereAlready(var, temp.resolve("new"));

        Restoration.Restored restored = restore(temp.resolve("backup"), temp.resolve("new"), null);

        assertThat(restored.held()).isEqualTo(1);
        try (Installation back = new TrialInstallation(temp.resolve("new")).besideRunning()) {
            assertThat(back.ledger().find(ended).orElseThrow().state()).isEqualTo(TransferState.REJECTED);
            assertThat(back.ledger().entriesOf(underWay)).last().satisfies(entry -> assertThat(entry.details())
                    .containsEntry("was", "received"));
            assertThat(back.ledger().attempts(List.of(underWay)).get(underWay).next())
                    .as("it waits for a person now")
                    .isNull();
            assertThat(back.ledger().verify().entries())
                    .as("one for what is held, one for the restore")
                    .isEqualTo(restored.backup().entries() + 2);
        }
    }

    @Test
    void laysNoKeyAndNothingReadableBesideThePayloads() throws IOException {
        Path var = temp.resolve("var");
        try (Installation running = new TrialInstallation(var).running()) {
            taken(running, "secret of nobody");
        }
        backup(var, temp.resolve("backup"), null);

        try (Stream<Path> copied = Files.walk(temp.resolve("backup"))) {
            List<Path> all = copied.toList();
            assertThat(all).noneMatch(path -> path.toString().contains("keys"));
            for (Path path : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .endsWith("------");
            }
        }
        try (Stream<Path> payloads = Files.walk(temp.resolve("backup/payloads"))) {
            assertThat(payloads.filter(Files::isRegularFile)).hasSize(1).allSatisfy(file -> assertThat(
                            new String(Files.readAllBytes(file), UTF_8))
                    .doesNotContain("secret"));
        }
        for (Path beside : List.of(temp.resolve("backup2"), temp.resolve("backup2/keys"), temp)) {
            assertRefused(
                    Reason.KEYS_BESIDE, Reason.IN_DATA_FOLDER, () -> backup(var, temp.resolve("backup2"), beside));
        }
        assertThat(temp.resolve("backup2")).doesNotExist();
    }

    /** A counterparty without its key can't be reached, and a restore that does not say so looks whole. */
    @Test
    void namesTheKeysThatItDoesNotHoldAndAfterTheRestoreThoseThatAreMissing() throws IOException {
        Path config = temp.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, config.resolve(Path.of("config").relativize(file).toString()));
            }
        }
        Path key = Files.writeString(temp.resolve("zenzoshin"), "a private key");
        Path hosts = Files.writeString(temp.resolve("hosts"), "a host key");
        Path party = config.resolve("counterparties/zenzoshin.yaml");
        Files.writeString(
                party,
                Files.readString(party)
                        .replace("${gateway.zenzoshin.private-key:var/sandbox/keys/zenzoshin}", key.toString())
                        .replace("${gateway.zenzoshin.known-hosts:var/sandbox/known_hosts}", hosts.toString()));
        TrialInstallation old = new TrialInstallation(temp.resolve("var"), config);
        try (Installation running = old.running()) {
            taken(running, "a");
        }
        BackupManifest made;
        try (Installation beside = old.besideRunning()) {
            made = new Backup(beside).take(temp.resolve("backup"), temp.resolve("keys"));
        }
        Files.delete(key);

        Restoration.Restored restored = restore(temp.resolve("backup"), temp.resolve("new"), temp.resolve("keys"));

        assertThat(made.outside()).contains(key.toString(), hosts.toString());
        assertThat(restored.absent()).contains(key.toString()).doesNotContain(hosts.toString());
        assertThat(old.besideRunning().absentFiles()).contains(key.toString()).doesNotContain(hosts.toString());
    }

    @Test
    void restoresIntoAnEmptyFolderOnly() throws IOException {
        Path var = temp.resolve("var");
        try (Installation running = new TrialInstallation(var).running()) {
            taken(running, "a");
        }
        backup(var, temp.resolve("backup"), temp.resolve("keys"));
        byte[] before = Files.readAllBytes(var.resolve("ledger/head"));

        assertRefused(Reason.DATA_FOLDER_IN_USE, () -> restore(temp.resolve("backup"), var, temp.resolve("keys")));
        assertThat(Files.readAllBytes(var.resolve("ledger/head"))).isEqualTo(before);

        Files.createDirectories(temp.resolve("broken-off/restoring"));
        assertRefused(
                Reason.DATA_FOLDER_IN_USE,
                () -> restore(temp.resolve("backup"), temp.resolve("broken-off"), temp.resolve("keys")));
        assertRefused(Reason.NO_KEYS, () -> restore(temp.resolve("backup"), temp.resolve("new"), null));
        assertThat(temp.resolve("new")).doesNotExist();
    }

    @Test
    void restoresNothingThatIsDamaged() throws IOException {
        Path var = temp.resolve("var");
        try (Installation running = new TrialInstallation(var).running()) {
            taken(running, "a");
        }
        backup(var, temp.resolve("backup"), temp.resolve("keys"));
        Path head = temp.resolve("backup/ledger/head");
        byte[] good = Files.readAllBytes(head);
        Files.write(head, new byte[] {1});

        assertRefused(Reason.DAMAGED, () -> restore(temp.resolve("backup"), temp.resolve("new"), temp.resolve("keys")));

        Files.write(head, good);
        Files.delete(temp.resolve("backup/manifest.json"));
        assertRefused(
                Reason.NO_BACKUP, () -> restore(temp.resolve("backup"), temp.resolve("new"), temp.resolve("keys")));
        assertThat(temp.resolve("new/ledger")).doesNotExist();
    }

    @Test
    void leavesPostgresqlToItsOwnTools() {
        GatewaySettings settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "gateway.data-dir", temp.toString(), "gateway.database.url", "jdbc:postgresql://localhost/x")))
                .bind("gateway", GatewaySettings.class)
                .get();
        try (Installation installation =
                Installation.besideRunning(settings, name -> name, java.time.Clock.systemUTC())) {
            assertRefused(Reason.POSTGRESQL, () -> new Backup(installation).take(temp.resolve("b"), null));
            assertRefused(Reason.POSTGRESQL, () -> new Restoration(installation).restore(temp.resolve("b"), null));
        }
    }

    private interface Attempt {
        void make() throws IOException;
    }

    private static void assertRefused(Reason reason, Attempt attempt) {
        assertRefused(reason, reason, attempt);
    }

    private static void assertRefused(Reason reason, Reason or, Attempt attempt) {
        assertThatThrownBy(attempt::make)
                .isInstanceOfSatisfying(CopyRefusedException.class, refused -> assertThat(refused.reason())
                        .isIn(reason, or));
    }

    private static BackupManifest backup(Path var, Path to, @Nullable Path keysTo) throws IOException {
        try (Installation beside = new TrialInstallation(var).besideRunning()) {
            return new Backup(beside).take(to, keysTo);
        }
    }

    private static Restoration.Restored restore(Path from, Path var, @Nullable Path keysFrom) throws IOException {
        try (Installation beside = new TrialInstallation(var).besideRunning()) {
            return new Restoration(beside).restore(from, keysFrom);
        }
    }

    private static void keysAreThereAlready(Path from, Path to) throws IOException {
        new FolderCopy().copy(from.resolve("keys"), to.resolve("keys"));
    }

    private static TransferId taken(Installation running, String content) throws IOException {
        Ticket ticket = running.payloads().keep(new ByteArrayInputStream(content.getBytes(UTF_8)), 1000);
        return running.ledger().write(write -> {
            Transfer transfer = write.record(new LedgerWrite.NewTransfer(
                    "payer-fund.receipts",
                    Direction.IN,
                    "payer-fund",
                    Set.of("3-0a"),
                    TransferState.RECEIVED,
                    "a.csv",
                    null,
                    null,
                    ticket));
            write.enter(transfer.id(), EntryKind.RECEIVED, Map.of());
            return transfer.id();
        });
    }
}
