package jp.kenpo.gateway.quarantine;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.preparation.ErrorReports;
import jp.kenpo.gateway.purpose.Direction;

/** Ends a transfer (却下): nothing of it is used. Whoever sent it is told why, where error reports were agreed. */
public final class Rejection implements Act {

    private final Person person;

    /** @param person with a reason: it is told to the party */
    public Rejection(Person person) {
        if (person.reason() == null) {
            throw new IllegalArgumentException("a rejection has a reason");
        }
        this.person = person;
    }

    @Override
    public Prospect prospect(Transfer transfer) {
        return Prospect.CLEAR;
    }

    @Override
    public Function<LedgerWrite, Transfer> work(Transfer transfer, Prospect prospect) {
        Map<String, Object> facts = person.facts();
        facts.put("from", transfer.state().label());
        return write -> {
            Transfer rejected = write.move(
                    transfer.id(), Set.of(transfer.state()), TransferState.REJECTED, EntryKind.REJECTED, facts);
            if (transfer.direction() == Direction.IN) {
                write.announce(ErrorReports.QUEUE, transfer.id());
            }
            return rejected;
        };
    }
}
