package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerBrokenException;
import jp.kenpo.gateway.ledger.LedgerDatabase;
import jp.kenpo.gateway.operations.CopyRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Copies an installation with an embedded ledger into a folder, while the gateway runs.
 *
 * <p>The folder gets {@code ledger/} (rows and sealed head, as they were at one moment), {@code payloads/} (encrypted, at
 * least all that those rows name), {@code config/}, {@code routes/} and {@code manifest.json}. Not in it: the keys, which
 * would open everything; the homes, which hold files in clear for the time of their transfer; the broker's queues.
 */
public final class Backup {

    private final Installation installation;

    public Backup(Installation installation) {
        this.installation = installation;
    }

    /**
     * Makes the copy.
     *
     * @param to new or empty folder
     * @param keysTo new or empty folder for a copy of the keys; null if a copy is kept already, which holds for ever
     * @throws CopyRefusedException if the copy can't be made there
     * @throws NeverStartedException if there is nothing to copy
     */
    public BackupManifest take(Path to, @Nullable Path keysTo) throws IOException {
        GatewaySettings settings = installation.settings();
        if (settings.database().url() != null) {
            throw new CopyRefusedException(Reason.POSTGRESQL, to);
        }
        if (!installation.wasStarted()) {
            throw new NeverStartedException(settings.dataDir());
        }
        requireApart(to, settings.dataDir(), Reason.IN_DATA_FOLDER);
        requireEmpty(to);
        if (keysTo != null) {
            requireApart(keysTo, settings.dataDir(), Reason.IN_DATA_FOLDER);
            requireApart(keysTo, to, Reason.KEYS_BESIDE);
            requireEmpty(keysTo);
            new FolderCopy().copy(settings.keys(), keysTo);
        }
        return copied(settings, to);
    }

    private BackupManifest copied(GatewaySettings settings, Path to) throws IOException {
        Instant takenAt = installation.clock().instant();
        LedgerFiles copy = new LedgerFiles(to.resolve("ledger"));
        FolderCopy.createFolder(copy.folder());
        // the head first: it may be behind the rows and never ahead of them
        new FolderCopy().copyFile(installation.ledgerFiles().head(), copy.head());
        FolderCopy.createFile(copy.database());
        try (LedgerDatabase database =
                LedgerDatabase.sqlite(installation.ledgerFiles().database())) {
            database.copyTo(copy.database());
        }
        long entries = verified(settings, copy);
        // the payloads after the rows: each was on the disk before its row was
        FolderCopy payloads = new FolderCopy();
        payloads.copy(settings.dataDir().resolve("payloads"), to.resolve("payloads"));
        new FolderCopy().copy(settings.configDir(), to.resolve("config"));
        new FolderCopy().copy(settings.routesDir(), to.resolve("routes"));
        BackupManifest manifest = new BackupManifest(
                takenAt,
                entries,
                BackupManifest.sha256(copy.database()),
                BackupManifest.sha256(copy.head()),
                payloads.files(),
                payloads.bytes(),
                new OutsideFiles(installation).here());
        manifest.write(to);
        return manifest;
    }

    /** Reads the whole copy: what can't be verified now would be no use later. */
    static long verified(GatewaySettings settings, LedgerFiles copy) {
        InstallationKeys keys = new InstallationKeys(settings.keys(), false);
        try (LedgerDatabase database = LedgerDatabase.sqlite(copy.database())) {
            Ledger.Verification verification =
                    Ledger.reader(database, keys.ledgerSeal(), copy.head()).verify();
            Ledger.Fault fault = verification.fault();
            if (fault != null) {
                throw new LedgerBrokenException("entry " + fault.number() + ": " + fault.what());
            }
            return verification.entries();
        }
    }

    private static void requireApart(Path one, Path other, Reason otherwise) {
        Path first = one.toAbsolutePath().normalize();
        Path second = other.toAbsolutePath().normalize();
        if (first.startsWith(second) || second.startsWith(first)) {
            throw new CopyRefusedException(otherwise, one);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder) && !(Files.isDirectory(folder) && isEmpty(folder))) {
            throw new CopyRefusedException(Reason.NOT_EMPTY, folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.findAny().isEmpty();
        }
    }
}
