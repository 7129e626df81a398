package jp.kenpo.gateway.ledger;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single entries and verifies their seals: what is decided by an entry is decided by one that was not changed. */
final class SealedEntries {

    private final EntryTable entries;
    private final LedgerSeal seal;

    SealedEntries(EntryTable entries, LedgerSeal seal) {
        this.entries = entries;
        this.seal = seal;
    }

    Optional<Entry> newest(TransferId transfer, Set<EntryKind> kinds) {
        return entries.newest(transfer, kinds)
                .map(found -> verified(found.row(), found.previousMac()))
                .map(EntryRow::entry);
    }

    Optional<Entry> newestOfNone(Set<EntryKind> kinds) {
        return entries.newestOfNone(kinds).map(this::verified).map(EntryRow::entry);
    }

    Optional<Entry> last() {
        return entries.find(entries.end().number()).map(this::verified).map(EntryRow::entry);
    }

    private EntryRow verified(EntryRow row) {
        return verified(row, entries.find(row.number() - 1).map(EntryRow::mac).orElse(null));
    }

    private EntryRow verified(EntryRow row, @Nullable String previousMac) {
        String before = row.number() == 1 ? ChainEnd.NONE.mac() : Objects.requireNonNullElse(previousMac, "");
        if (!row.follows(seal, before)) {
            throw new LedgerBrokenException(
                    new Ledger.Fault(row.number(), row.transfer(), "the entry is not the one that was sealed").told());
        }
        return row;
    }
}
