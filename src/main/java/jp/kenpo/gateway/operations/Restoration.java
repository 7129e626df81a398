package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerDatabase;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.CopyRefusedException.Reason;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty data folder from a backup.
 *
 * <p>A copy is older than what the counterparties know. So the ledger says that it was restored, and every transfer that
 * was under way then is held: only a person can find out whether it came to its end afterwards. When they release it, a
 * file that lies at the counterparty under its name and with its size counts as delivered and is not sent again.
 *
 * <p>Everything is made ready in a folder of its own; the ledger takes its place last, so that no gateway starts with
 * half of it.
 */
public final class Restoration {

    private static final Set<String> MAY_BE_THERE = Set.of("keys", "homes", "run");
    private static final String WHY_HELD =
            "the data folder was restored from a backup that is older than this transfer's"
                    + " end may be: look whether it arrived, then release it, mark it as delivered, or reject it";

    private final Installation installation;

    /** @param installation its data folder is filled; it must not have been opened */
    public Restoration(Installation installation) {
        this.installation = installation;
    }

    /**
     * What was restored.
     *
     * @param held transfers that wait for a person now
     * @param absent files that the backup never held, that were there when it was made, and are not here
     */
    public record Restored(BackupManifest backup, long held, List<String> absent) {}

    /**
     * Restores.
     *
     * @param keysFrom folder with the copy of the keys; null if they lie in the data folder already
     * @throws CopyRefusedException if there is no whole backup, or the data folder is not empty; nothing is changed
     * @throws DataFolderInUseException if a gateway runs with the data folder
     */
    public Restored restore(Path from, @Nullable Path keysFrom) throws IOException {
        GatewaySettings settings = installation.settings();
        Path dataDir = settings.dataDir();
        if (settings.database().url() != null) {
            throw new CopyRefusedException(Reason.POSTGRESQL, from);
        }
        BackupManifest manifest = BackupManifest.read(from);
        requireUnused(dataDir);
        Path keys = keysFrom != null ? keysFrom : settings.keys();
        if (!Files.isRegularFile(keys.resolve("ledger.json"))) {
            throw new CopyRefusedException(Reason.NO_KEYS, keys);
        }
        DataFolderLock lock = DataFolderLock.take(dataDir);
        try {
            GatewaySettings staging = settings.withDataDir(dataDir.resolve("restoring"));
            copy(from, keys, staging, manifest);
            long held = settle(staging, manifest);
            publish(staging.dataDir(), dataDir);
            return new Restored(manifest, held, OutsideFiles.absent(manifest.outside()));
        } finally {
            lock.close();
        }
    }

    private static void requireUnused(Path dataDir) throws IOException {
        if (!Files.exists(dataDir)) {
            return;
        }
        try (Stream<Path> found = Files.list(dataDir)) {
            if (!found.allMatch(path -> MAY_BE_THERE.contains(path.getFileName().toString()))) {
                throw new CopyRefusedException(Reason.DATA_FOLDER_IN_USE, dataDir);
            }
        }
    }

    private static void copy(Path from, Path keys, GatewaySettings staging, BackupManifest manifest)
            throws IOException {
        LedgerFiles kept = new LedgerFiles(from.resolve("ledger"));
        FolderCopy payloads = new FolderCopy();
        payloads.copy(from.resolve("payloads"), staging.dataDir().resolve("payloads"));
        if (payloads.files() != manifest.payloads()
                || payloads.bytes() != manifest.payloadBytes()
                || !Files.isRegularFile(kept.database())
                || !BackupManifest.sha256(kept.database()).equals(manifest.databaseSha256())
                || !Files.isRegularFile(kept.head())
                || !BackupManifest.sha256(kept.head()).equals(manifest.headSha256())) {
            remove(staging.dataDir());
            throw new CopyRefusedException(Reason.DAMAGED, from);
        }
        new FolderCopy().copy(keys, staging.keys());
        LedgerFiles copy = new LedgerFiles(staging.dataDir().resolve("ledger"));
        new FolderCopy().copyFile(kept.database(), copy.database());
        new FolderCopy().copyFile(kept.head(), copy.head());
    }

    /** Verifies the ledger, holds what was under way, and enters what happened, in one commit. */
    private long settle(GatewaySettings staging, BackupManifest manifest) {
        LedgerFiles files = new LedgerFiles(staging.dataDir().resolve("ledger"));
        Backup.verified(staging, files);
        InstallationKeys keys = new InstallationKeys(staging.keys(), false);
        keys.openAll();
        try (LedgerDatabase database = LedgerDatabase.sqlite(files.database());
                Ledger ledger = Ledger.open(database, keys.ledgerSeal(), files.head(), installation.clock())) {
            return settle(ledger, manifest.takenAt(), Map.of("entries", manifest.entries()));
        }
    }

    /**
     * Holds what was under way when the copy of a ledger was made, and enters that it was restored, in one commit.
     *
     * @param copied when the copy was made, or before
     * @param facts what the entry says besides
     * @return how many transfers are held now
     */
    static long settle(Ledger ledger, Instant copied, Map<String, Object> facts) {
        List<Transfer> open = ledger.transfers(new Ledger.Filter(null, null, null, Integer.MAX_VALUE)).stream()
                .filter(transfer -> !transfer.state().ended())
                .toList();
        List<Transfer> underWay =
                open.stream().filter(transfer -> !transfer.state().waits()).toList();
        Map<String, Object> details = new TreeMap<>(facts);
        details.put("backupOf", copied.toString());
        details.put("held", underWay.size());
        return ledger.write(write -> {
            // also what waited: it may have been released, and given, after the copy was made
            open.stream()
                    .filter(transfer -> transfer.direction() == Direction.OUT)
                    .forEach(transfer -> write.noteMayBeThere(transfer.id()));
            underWay.forEach(transfer -> hold(write, transfer));
            write.enter(null, EntryKind.RESTORED, details);
            write.skipMessageNumbers();
            return (long) underWay.size();
        });
    }

    private static void hold(LedgerWrite write, Transfer transfer) {
        write.move(
                transfer.id(),
                Set.of(transfer.state()),
                TransferState.HELD,
                EntryKind.HELD,
                Map.of("error", WHY_HELD, "was", transfer.state().label()));
        write.failed(transfer.id(), WHY_HELD);
    }

    private static void publish(Path staging, Path dataDir) throws IOException {
        if (Files.exists(dataDir.resolve("keys").resolve("ledger.json"))) {
            remove(staging.resolve("keys"));
        } else {
            remove(dataDir.resolve("keys"));
            move(staging, dataDir, "keys");
        }
        move(staging, dataDir, "payloads");
        move(staging, dataDir, "ledger");
        remove(staging);
    }

    private static void move(Path from, Path to, String name) throws IOException {
        Files.move(from.resolve(name), to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> paths = Files.walk(folder)) {
            found = paths.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path path : found) {
            Files.delete(path);
        }
    }
}
