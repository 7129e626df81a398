package jp.kenpo.gateway.gate;

import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.purpose.Direction;

/**
 * Who may get the error report (エラー報告) about a transfer: the party that sent the very bytes in which the errors
 * were found, if it agreed to get reports, and nobody else.
 *
 * @param folder where the report goes at the party
 */
public record ReportRecipient(Counterparty party, String folder) {

    private static final Set<EntryKind> MADE_OTHER_BYTES = Set.of(EntryKind.COMPOSED, EntryKind.MINIMISED);

    /**
     * Decides for a transfer. What a route announced further and could not use goes back to where it came from; the
     * errors of a file that the gateway made itself are nobody's but its own.
     *
     * @throws jp.kenpo.gateway.ledger.LedgerBrokenException if an entry that it rests on was changed
     */
    public static Optional<ReportRecipient> of(Ledger ledger, CounterpartyRegister counterparties, Transfer transfer) {
        return hasFaultyContent(ledger, transfer)
                ? sender(ledger, transfer).flatMap(counterparties::find).flatMap(party -> Optional.ofNullable(
                                party.errorFolder())
                        .map(folder -> new ReportRecipient(party, folder)))
                : Optional.empty();
    }

    /** Returns whether a check found errors in the content, and no person let the transfer go on since. */
    public static boolean hasFaultyContent(Ledger ledger, Transfer transfer) {
        boolean stopped = transfer.state() == TransferState.QUARANTINED || transfer.state() == TransferState.REJECTED;
        return stopped
                && ledger.sealed(transfer.id(), Set.of(EntryKind.QUARANTINED))
                        .filter(entry -> entry.details().containsKey("errors"))
                        .isPresent();
    }

    private static Optional<String> sender(Ledger ledger, Transfer transfer) {
        if (transfer.direction() == Direction.IN) {
            return Optional.of(transfer.counterparty());
        }
        TransferId parent = transfer.parent();
        boolean madeHere = ledger.sealed(transfer.id(), MADE_OTHER_BYTES).isPresent();
        return madeHere || parent == null
                ? Optional.empty()
                : ledger.find(parent).flatMap(source -> sender(ledger, source));
    }
}
