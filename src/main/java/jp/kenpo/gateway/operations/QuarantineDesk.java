package jp.kenpo.gateway.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.gate.PurposeGate;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.preparation.AgreedReading;
import jp.kenpo.gateway.quarantine.Act;
import jp.kenpo.gateway.quarantine.Beginning;
import jp.kenpo.gateway.quarantine.Foresight;
import jp.kenpo.gateway.quarantine.HandDelivery;
import jp.kenpo.gateway.quarantine.Handling;
import jp.kenpo.gateway.quarantine.Person;
import jp.kenpo.gateway.quarantine.Rejection;
import jp.kenpo.gateway.quarantine.Release;
import jp.kenpo.gateway.quarantine.Replay;
import org.jspecify.annotations.Nullable;

/**
 * Where a person deals with what waits (保留): finds it, and has it released, replayed, rejected or marked as delivered.
 *
 * <p>Works beside a running gateway and without one; a transfer that goes on does so when the gateway runs.
 */
public final class QuarantineDesk {

    private final Installation installation;
    private final boolean writes;

    /** @param writes false to look only: nothing is changed, whatever is called */
    public QuarantineDesk(Installation installation, boolean writes) {
        this.installation = installation;
        this.writes = writes;
    }

    /**
     * What to deal with; null means any.
     *
     * @param interchange full name
     * @param party id of a party
     * @param states any of these; empty means all that wait
     * @param olderThan received at least so long ago
     */
    public record Selection(
            @Nullable String interchange,
            @Nullable String party,
            Set<TransferState> states,
            @Nullable Duration olderThan) {

        /** Returns whether it names anything. */
        public boolean isEmpty() {
            return interchange == null && party == null && states.isEmpty() && olderThan == null;
        }
    }

    /** Returns the transfers that wait and fit, the oldest first. */
    public List<TransferId> waiting(Selection selection) {
        Set<TransferState> states = Arrays.stream(TransferState.values())
                .filter(TransferState::waits)
                .filter(state ->
                        selection.states().isEmpty() || selection.states().contains(state))
                .collect(Collectors.toSet());
        Instant now = installation.clock().instant();
        Duration age = selection.olderThan();
        List<TransferId> found = new ArrayList<>(installation
                .ledger()
                .transfers(
                        new Ledger.Filter(selection.interchange(), selection.party(), states, null, Integer.MAX_VALUE))
                .stream()
                .filter(transfer -> age == null || !transfer.receivedAt().isAfter(now.minus(age)))
                .map(Transfer::id)
                .toList());
        Collections.reverse(found);
        return found;
    }

    /** Lets transfers go on: they are decided anew by the running gateway; what would be refused again stays. */
    public Act release(Person person) {
        return new Release(beginning(), foresight(), person);
    }

    /** Has transfers decided anew where today's rules decide otherwise. */
    public Act replay(Person person) {
        return new Replay(beginning(), foresight(), person);
    }

    private Foresight foresight() {
        var gate = new PurposeGate(
                installation.gate(),
                installation.purposes(),
                installation.counterparties(),
                installation.ledger(),
                installation.clock());
        return new Foresight(installation.layouts(), installation.routes(), gate, reading(), installation.ledger());
    }

    /** Ends transfers; the party is told the reason. */
    public Act reject(Person person) {
        return new Rejection(installation.ledger(), person);
    }

    /** Enters that a file is at the counterparty after all. */
    public Act markDelivered(String by, String evidence) {
        return new HandDelivery(installation.ledger(), by, evidence);
    }

    /** Carries an act out on one transfer, or only looks what it would do. */
    public HandledView handle(TransferId id, Act act) {
        var handling = new Handling(writes ? installation.writableLedger() : installation.ledger(), act);
        return HandledView.of(writes ? handling.carryOut(id) : handling.look(id), writes);
    }

    private Beginning beginning() {
        // first of all: an installation that was never started lacks its keys too, and that is not what is wrong with
        // it
        var ledger = installation.ledger();
        return new Beginning(
                installation.counterparties(), installation.routes(), installation.payloads(), reading(), ledger);
    }

    private AgreedReading reading() {
        return new AgreedReading(
                installation.layouts(), installation.counterparties(), installation.payloads(), installation.ledger());
    }
}
