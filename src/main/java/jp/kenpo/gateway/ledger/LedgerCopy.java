package jp.kenpo.gateway.ledger;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A ledger's database that was put back from a copy, and the head file beside it, before either is opened as a ledger.
 */
public final class LedgerCopy {

    private LedgerCopy() {}

    /**
     * Seals the end of a database that was put back from a copy, in a new head file: a person says that its last entries
     * are gone. The ledger itself never does so.
     *
     * @param headFile does not exist
     * @return how many entries the copy has
     * @throws LedgerBrokenException if an entry does not hold; nothing is sealed
     * @throws LedgerUnavailableException if the database can't be used
     */
    public static long seal(LedgerDatabase database, LedgerSeal seal, Path headFile) {
        database.migrate();
        EntryTable entries = new EntryTable(database.reader());
        ChainEnd end = entries.end();
        Ledger.Fault fault =
                new ChainCheck(entries, seal).whole(Optional.of(end)).fault();
        if (fault != null) {
            throw new LedgerBrokenException(fault.told());
        }
        try (HeadFile head = new HeadFile(headFile, seal)) {
            head.write(end);
        }
        return end.number();
    }

    /**
     * Returns the number of the entry that a head file sealed last; empty if there is none.
     *
     * @throws LedgerBrokenException if the file holds no end that was sealed with the ledger's key
     */
    public static Optional<Long> sealedEnd(LedgerSeal seal, Path headFile) {
        return new HeadFile(headFile, seal).read().map(ChainEnd::number);
    }
}
