package jp.kenpo.gateway.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the chain and names the first entry that does not hold. Changes nothing. */
final class ChainCheck {

    private static final int PAGE = 1_000;

    private final EntryTable entries;
    private final LedgerSeal seal;

    ChainCheck(EntryTable entries, LedgerSeal seal) {
        this.entries = entries;
        this.seal = seal;
    }

    /**
     * Reads every entry, and compares the chain with the head and the transfers.
     *
     * @param head what the head file said before; entries written meanwhile are read too
     */
    Ledger.Verification whole(Optional<ChainEnd> head) {
        Walk walk = new Walk(ChainEnd.NONE, head);
        Ledger.Fault fault = walk.toTheEnd();
        if (fault == null) {
            fault = entries.contradiction()
                    .map(found -> new Ledger.Fault(found.number(), found.transfer(), found.what()))
                    .orElse(null);
        }
        return new Ledger.Verification(walk.count, fault);
    }

    /**
     * Reads the last entries: those after the head and up to {@code before} in front of it.
     *
     * @return what is wrong with them; null if nothing
     */
    Ledger.@Nullable Fault tail(Optional<ChainEnd> head, int before) {
        long last =
                Math.min(head.map(ChainEnd::number).orElse(0L), entries.end().number());
        long from = Math.max(0, last - before);
        ChainEnd start = from == 0
                ? ChainEnd.NONE
                : entries.find(from).map(EntryRow::asEnd).orElse(new ChainEnd(from, ""));
        return new Walk(start, head).toTheEnd();
    }

    /** One walk along the chain. */
    private final class Walk {

        private final Optional<ChainEnd> head;
        private ChainEnd end;
        private long count;

        Walk(ChainEnd start, Optional<ChainEnd> head) {
            this.end = start;
            this.head = head;
        }

        Ledger.@Nullable Fault toTheEnd() {
            List<EntryRow> page = entries.after(end.number(), PAGE);
            while (!page.isEmpty()) {
                for (EntryRow row : page) {
                    Ledger.Fault fault = faultOf(row);
                    if (fault != null) {
                        return fault;
                    }
                    end = row.asEnd();
                    count++;
                }
                page = entries.after(end.number(), PAGE);
            }
            return faultOfTheEnd();
        }

        private Ledger.@Nullable Fault faultOf(EntryRow row) {
            if (row.number() != end.number() + 1) {
                return new Ledger.Fault(end.number() + 1, null, "the entry is missing");
            }
            if (!row.follows(seal, end.mac())) {
                return new Ledger.Fault(
                        row.number(),
                        row.transfer(),
                        "the entry is not the one that was sealed after entry " + end.number());
            }
            if (head.isPresent()
                    && head.get().number() == row.number()
                    && !head.get().mac().equals(row.mac())) {
                return new Ledger.Fault(
                        row.number(), row.transfer(), "the head file sealed another entry of this number");
            }
            return null;
        }

        private Ledger.@Nullable Fault faultOfTheEnd() {
            if (head.isEmpty()) {
                return end.number() == 0
                        ? null
                        : new Ledger.Fault(
                                end.number(),
                                null,
                                "the head file is missing, so that nobody can tell whether later entries were removed");
            }
            long sealed = head.get().number();
            return sealed <= end.number()
                    ? null
                    : new Ledger.Fault(
                            end.number() + 1,
                            null,
                            "the database ends at entry " + end.number() + ", but entry " + sealed + " was sealed");
        }
    }
}
