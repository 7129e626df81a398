package jp.kenpo.gateway.gate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;

/**
 * A decision in favour of a transfer, read back from the ledger with its seal verified. Nothing in a route file can make
 * one: it exists only as an entry that the gate wrote with the ledger's key.
 *
 * @param permitted fields that may move, as {@code category.field}
 */
public record Grant(String interchange, String purpose, Set<String> permitted) {

    /**
     * Returns the last decision about the transfer if it was granted for the interchange that the transfer is on.
     *
     * @throws jp.kenpo.gateway.ledger.LedgerBrokenException if the entry was changed
     */
    public static Optional<Grant> of(Ledger ledger, Transfer transfer) {
        return ledger.sealed(transfer.id(), Set.of(EntryKind.GRANTED, EntryKind.REFUSED))
                .filter(entry -> entry.kind() == EntryKind.GRANTED)
                .map(Grant::from)
                .filter(grant -> grant.interchange().equals(transfer.interchange()));
    }

    private static Grant from(Entry entry) {
        Map<String, Object> details = entry.details();
        return new Grant(
                String.valueOf(details.get("interchange")),
                String.valueOf(details.get("purpose")),
                CheckedContent.texts(details, "fields"));
    }
}
