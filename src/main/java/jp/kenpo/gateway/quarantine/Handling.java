package jp.kenpo.gateway.quarantine;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.StateConflictException;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;

/** Carries an act out on transfers one by one; what stands in the way of one is told and does not stop the next. */
public final class Handling {

    private final Ledger ledger;
    private final Act act;

    /** @param ledger opened for writing, unless nothing but {@link #look} is called */
    public Handling(Ledger ledger, Act act) {
        this.ledger = ledger;
        this.act = act;
    }

    /** Says what would become of a transfer; changes nothing. */
    public Handled look(TransferId id) {
        return handled(id, false);
    }

    /** Carries the act out; durable when this returns. */
    public Handled carryOut(TransferId id) {
        return handled(id, true);
    }

    private Handled handled(TransferId id, boolean writes) {
        Optional<Transfer> found = ledger.find(id);
        if (found.isEmpty()) {
            return new Handled(id, null, null, null, Obstacle.UNKNOWN, null);
        }
        Transfer transfer = found.get();
        if (!act.concerns(transfer.state())) {
            return blocked(transfer, Act.Prospect.blocked(Obstacle.NOT_WAITING));
        }
        try {
            Act.Prospect prospect = act.prospect(transfer);
            return !writes || prospect.obstacle() != null ? blocked(transfer, prospect) : written(transfer, prospect);
        } catch (IOException unreadable) {
            return blocked(transfer, Act.Prospect.blocked(Obstacle.NO_PAYLOAD));
        }
    }

    private Handled written(Transfer transfer, Act.Prospect prospect) throws IOException {
        Function<LedgerWrite, Transfer> work = act.work(transfer, prospect);
        try {
            Transfer moved = ledger.write(work);
            return new Handled(
                    transfer.id(),
                    transfer.interchange(),
                    transfer.state(),
                    moved.state(),
                    null,
                    prospect.difference());
        } catch (StateConflictException another) {
            return blocked(ledger.find(transfer.id()).orElse(transfer), Act.Prospect.blocked(Obstacle.MOVED_MEANWHILE));
        }
    }

    private static Handled blocked(Transfer transfer, Act.Prospect prospect) {
        return new Handled(
                transfer.id(),
                transfer.interchange(),
                transfer.state(),
                transfer.state(),
                prospect.obstacle(),
                prospect.difference());
    }
}
