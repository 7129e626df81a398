package jp.kenpo.gateway.quarantine;

import java.io.IOException;
import java.util.function.Function;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;

/**
 * Lets a transfer go on (解除): check and gate decide about it anew, with the rules of the running gateway. One that the gate
 * refused stays where today's rules would refuse it again, and the reason is told: to begin anew would only look as if
 * something had been done.
 */
public final class Release implements Act {

    private final Beginning beginning;
    private final Foresight foresight;
    private final Person person;

    public Release(Beginning beginning, Foresight foresight, Person person) {
        this.beginning = beginning;
        this.foresight = foresight;
        this.person = person;
    }

    @Override
    public Prospect prospect(Transfer transfer) throws IOException {
        Obstacle obstacle = beginning.obstacle(transfer);
        if (obstacle != null || transfer.state() != TransferState.REFUSED) {
            return new Prospect(obstacle, null);
        }
        Difference difference = foresight.difference(transfer);
        boolean again = difference.after().decision().equals(TransferState.REFUSED.label());
        return again ? new Prospect(Obstacle.STILL_REFUSED, difference) : Prospect.CLEAR;
    }

    @Override
    public Function<LedgerWrite, Transfer> work(Transfer transfer, Prospect prospect) throws IOException {
        return beginning.work(transfer, EntryKind.RELEASED, person.facts());
    }
}
