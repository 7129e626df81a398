package jp.kenpo.gateway.gate;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * A decision in favour of a transfer, read back from the ledger with its seal verified. Nothing in a route file can make
 * one: it exists only as an entry that the gate wrote with the ledger's key.
 *
 * @param party the party that it was granted for, where one was named; else null
 * @param permitted fields that may move, as {@code category.field}
 * @param staying flags of which a set one keeps its row from moving
 */
public record Grant(
        String interchange, String purpose, @Nullable String party, Set<String> permitted, Set<RowFlag> staying) {

    private static final Set<EntryKind> DECISIONS =
            Set.of(EntryKind.GRANTED, EntryKind.REFUSED, EntryKind.RELEASED, EntryKind.REPLAYED);

    /**
     * Returns the last decision about the transfer, if nobody had it decided anew since, and it was granted for the interchange that the transfer is on
     * and for its party.
     *
     * @throws jp.kenpo.gateway.ledger.LedgerBrokenException if the entry was changed
     */
    public static Optional<Grant> of(Ledger ledger, Transfer transfer) {
        return ledger.sealed(transfer.id(), DECISIONS)
                .filter(entry -> entry.kind() == EntryKind.GRANTED)
                .map(Grant::from)
                .filter(grant -> grant.interchange().equals(transfer.interchange()))
                .filter(grant -> Objects.equals(grant.party(), transfer.party()));
    }

    private static Grant from(Entry entry) {
        Map<String, Object> details = entry.details();
        return new Grant(
                String.valueOf(details.get("interchange")),
                String.valueOf(details.get("purpose")),
                details.get("party") instanceof String party ? party : null,
                CheckedContent.texts(details, "fields"),
                RowFlag.of(CheckedContent.texts(details, "staying")));
    }
}
