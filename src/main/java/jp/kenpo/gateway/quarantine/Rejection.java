package jp.kenpo.gateway.quarantine;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.StateConflictException;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.preparation.ErrorReports;
import jp.kenpo.gateway.purpose.Direction;

/**
 * Ends a transfer (却下): nothing of it is used. Whoever sent it is told why, where error reports were agreed.
 *
 * <p>One that is being delivered is rejected as long as its file can't be at the counterparty: the delivery asks the ledger
 * right before the file gets its name, and whoever is first there, delivery or person, wins.
 */
public final class Rejection implements Act {

    private final Ledger ledger;
    private final Person person;

    /** @param person with a reason: it is told to the party */
    public Rejection(Ledger ledger, Person person) {
        this.ledger = ledger;
        if (person.reason() == null) {
            throw new IllegalArgumentException("a rejection has a reason");
        }
        this.person = person;
    }

    @Override
    public boolean concerns(TransferState state) {
        return state.waits() || state == TransferState.DELIVERING;
    }

    @Override
    public Prospect prospect(Transfer transfer) {
        return transfer.state() == TransferState.DELIVERING && ledger.mayBeThere(transfer.id())
                ? Prospect.blocked(Obstacle.MAY_BE_THERE)
                : Prospect.CLEAR;
    }

    @Override
    public Function<LedgerWrite, Transfer> work(Transfer transfer, Prospect prospect) {
        Map<String, Object> facts = person.facts();
        facts.put("from", transfer.state().label());
        return write -> {
            if (write.mayBeThere(transfer.id())) {
                if (transfer.state() == TransferState.DELIVERING) {
                    throw new StateConflictException(transfer.id(), transfer.state());
                }
                facts.put("mayBeThere", true);
            }
            Transfer rejected = write.move(
                    transfer.id(), Set.of(transfer.state()), TransferState.REJECTED, EntryKind.REJECTED, facts);
            if (transfer.direction() == Direction.IN) {
                write.announce(ErrorReports.QUEUE, transfer.id());
            }
            return rejected;
        };
    }
}
