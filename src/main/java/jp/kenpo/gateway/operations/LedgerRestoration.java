package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerBrokenException;
import jp.kenpo.gateway.ledger.LedgerCopy;
import jp.kenpo.gateway.ledger.LedgerDatabase;
import jp.kenpo.gateway.operations.CopyRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Takes over a ledger on PostgreSQL that was put back with the tools of the database, and is older than the head file or
 * than what the counterparties know.
 *
 * <p>As after {@link Restoration} the ledger says that it was restored, and what was under way is held. The entry says too
 * which entry the head had sealed last: who removes entries and calls it a restore is seen.
 *
 * <p>The new head takes the place of the old one last: a gateway does not start before.
 */
public final class LedgerRestoration {

    private static final Set<EntryKind> TELLING = Set.of(EntryKind.RESTORED, EntryKind.RESTORE_SETTLED);

    private final Installation installation;

    /** @param installation its ledger lies in PostgreSQL; it must not have been opened */
    public LedgerRestoration(Installation installation) {
        this.installation = installation;
    }

    /**
     * What was taken over.
     *
     * @param entries entries of the ledger as it was put back
     * @param upTo time of the last of them
     * @param sealed number of the entry that the head file had sealed last; null if there was no head file
     * @param held transfers that wait for a person now
     * @param absent files that the configuration names and that are not here
     */
    public record TakenOver(
            long entries, Instant upTo, @Nullable Long sealed, long held, List<String> absent) {}

    /**
     * Takes the ledger over.
     *
     * @param keysFrom folder with the copy of the keys; null if they lie in the data folder already
     * @throws CopyRefusedException if the ledger does not lie in PostgreSQL, holds nothing, or its keys are missing
     * @throws DataFolderInUseException if a gateway runs with the data folder
     * @throws LedgerBrokenException if an entry does not hold; nothing is changed
     */
    public TakenOver takeOver(@Nullable Path keysFrom) throws IOException {
        GatewaySettings settings = installation.settings();
        if (settings.database().url() == null) {
            throw new CopyRefusedException(Reason.EMBEDDED, settings.dataDir());
        }
        DataFolderLock lock = DataFolderLock.take(settings.dataDir());
        try (LedgerDatabase database = installation.openDatabase()) {
            return takenOver(database, keys(settings, keysFrom));
        } finally {
            lock.close();
        }
    }

    private static InstallationKeys keys(GatewaySettings settings, @Nullable Path keysFrom) throws IOException {
        Path seal = settings.keys().resolve("ledger.json");
        if (keysFrom != null && !Files.exists(seal)) {
            new FolderCopy().copy(keysFrom, settings.keys());
        }
        if (!Files.isRegularFile(seal)) {
            throw new CopyRefusedException(Reason.NO_KEYS, settings.keys());
        }
        InstallationKeys keys = new InstallationKeys(settings.keys(), false);
        keys.openAll();
        return keys;
    }

    private TakenOver takenOver(LedgerDatabase database, InstallationKeys keys) throws IOException {
        Path head = installation.ledgerFiles().head();
        Path next = head.resolveSibling("head.restoring");
        Files.createDirectories(head.toAbsolutePath().getParent());
        Files.deleteIfExists(next);
        Long sealed = sealedBefore(keys, head);
        long entries = LedgerCopy.seal(database, keys.ledgerSeal(), next);
        TakenOver taken;
        try (Ledger ledger = Ledger.open(database, keys.ledgerSeal(), next, installation.clock())) {
            Instant upTo = knownUntil(ledger)
                    .orElseThrow(() -> new CopyRefusedException(
                            Reason.EMPTY_LEDGER, installation.settings().dataDir()));
            Map<String, Object> facts = new TreeMap<>(Map.of("entries", entries));
            if (sealed != null) {
                facts.put("sealedBefore", sealed);
            }
            taken = new TakenOver(
                    entries,
                    upTo,
                    sealed,
                    Restoration.settle(ledger, upTo, facts),
                    new OutsideFiles(installation).absent());
        }
        Files.move(next, head, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return taken;
    }

    private static @Nullable Long sealedBefore(InstallationKeys keys, Path head) {
        try {
            return LedgerCopy.sealedEnd(keys.ledgerSeal(), head).orElse(null);
        } catch (LedgerBrokenException unreadable) {
            return null;
        }
    }

    /** Two machines on one database take it over one after the other: what the first one entered tells of the same time. */
    private static Optional<Instant> knownUntil(Ledger ledger) {
        Optional<Instant> first = ledger.sealedOfNoTransfer(TELLING)
                .filter(entry -> entry.kind() == EntryKind.RESTORED)
                .map(entry -> Instant.parse(String.valueOf(entry.details().get("backupOf"))));
        return first.isPresent() ? first : ledger.lastEntry().map(Entry::at);
    }
}
