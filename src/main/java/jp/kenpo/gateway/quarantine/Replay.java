package jp.kenpo.gateway.quarantine;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;

/**
 * Has a transfer decided anew with today's rules (再送), where they decide otherwise than before; what is different is
 * shown and entered first. The running gateway then checks and decides again all the same.
 */
public final class Replay implements Act {

    private final Beginning beginning;
    private final Foresight foresight;
    private final Person person;

    public Replay(Beginning beginning, Foresight foresight, Person person) {
        this.beginning = beginning;
        this.foresight = foresight;
        this.person = person;
    }

    @Override
    public Prospect prospect(Transfer transfer) throws IOException {
        Obstacle obstacle = beginning.obstacle(transfer);
        if (obstacle != null) {
            return Prospect.blocked(obstacle);
        }
        Difference difference = foresight.difference(transfer);
        return new Prospect(difference.changesNothing() ? Obstacle.UNCHANGED : null, difference);
    }

    @Override
    public Function<LedgerWrite, Transfer> work(Transfer transfer, Prospect prospect) throws IOException {
        Map<String, Object> facts = person.facts();
        Difference difference = prospect.difference();
        if (difference != null) {
            facts.put("difference", difference.facts());
        }
        return beginning.work(transfer, EntryKind.REPLAYED, facts);
    }
}
