package jp.kenpo.gateway.quarantine;

import java.io.IOException;
import java.util.function.Function;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;

/** Lets a transfer go on (解除): check and gate decide about it anew, with the rules of the running gateway. */
public final class Release implements Act {

    private final Beginning beginning;
    private final Person person;

    public Release(Beginning beginning, Person person) {
        this.beginning = beginning;
        this.person = person;
    }

    @Override
    public Prospect prospect(Transfer transfer) throws IOException {
        return new Prospect(beginning.obstacle(transfer), null);
    }

    @Override
    public Function<LedgerWrite, Transfer> work(Transfer transfer, Prospect prospect) throws IOException {
        return beginning.work(transfer, EntryKind.RELEASED, person.facts());
    }
}
