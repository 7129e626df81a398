package jp.kenpo.gateway.gate;

import java.util.Set;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;

/**
 * Looks whether every record of a transfer is accounted for, before it is delivered or accepted. If not, the transfer is
 * held and its interchange stands still until a person has moved it: who loses one record may be losing others.
 */
public final class Conservation {

    private final Ledger ledger;
    private final UnaryOperator<String> queues;

    /** @param queues names the queue of an interchange's tickets */
    public Conservation(Ledger ledger, UnaryOperator<String> queues) {
        this.ledger = ledger;
        this.queues = queues;
    }

    /**
     * Returns whether the account balances; if not, the transfer is held when this returns, and nothing of it moves.
     *
     * @throws jp.kenpo.gateway.ledger.LedgerBrokenException if an entry was changed
     */
    public boolean holds(Transfer transfer) {
        RecordAccount account = RecordAccount.of(ledger, transfer);
        String difference = account.difference();
        if (difference == null) {
            return true;
        }
        ledger.write(write -> {
            Transfer held = write.move(
                    transfer.id(),
                    Set.of(transfer.state()),
                    TransferState.HELD,
                    EntryKind.HELD,
                    account.details(difference));
            write.failed(transfer.id(), difference);
            write.stop(transfer.id(), transfer.interchange(), queues.apply(transfer.interchange()));
            return held;
        });
        return false;
    }
}
