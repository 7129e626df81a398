package jp.kenpo.gateway.routing;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.gate.Grant;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.route.RouteRegister;
import jp.kenpo.gateway.route.RouteSpec;
import jp.kenpo.gateway.schedule.Acknowledging;
import jp.kenpo.gateway.schedule.Batches;

/**
 * Accepts a transfer and announces it to every route that follows its interchange, or has it wait for the batch of the day
 * where that was agreed; in one commit.
 */
final class Acceptance {

    private static final Set<TransferState> GRANTED = Set.of(TransferState.GRANTED);

    private final RouteRegister routes;
    private final CounterpartyRegister counterparties;
    private final Batches batches;
    private final Ledger ledger;
    private final Conservation conservation;

    Acceptance(
            RouteRegister routes,
            CounterpartyRegister counterparties,
            Batches batches,
            Ledger ledger,
            Conservation conservation) {
        this.routes = routes;
        this.counterparties = counterparties;
        this.batches = batches;
        this.ledger = ledger;
        this.conservation = conservation;
    }

    /**
     * Accepts once; a repeated call changes nothing. A transfer whose records do not add up is held instead.
     *
     * @throws ProvisionRefusedException if there is no grant
     */
    void accept(TransferId id) {
        Transfer granted = ledger.find(id).orElseThrow();
        if (Grant.of(ledger, granted).isEmpty()) {
            throw new ProvisionRefusedException(
                    "transfer " + id + " has no grant; purpose: must come before interchange:");
        }
        if (granted.state() == TransferState.GRANTED && !conservation.holds(granted)) {
            return;
        }
        ledger.write(write -> {
            Transfer transfer = write.find(id).orElseThrow();
            return transfer.state() == TransferState.ACCEPTED ? transfer : accept(write, transfer);
        });
    }

    private Transfer accept(LedgerWrite write, Transfer transfer) {
        Map<String, Instant> collected = new TreeMap<>();
        for (RouteSpec route : routes.followersOf(transfer.interchange())) {
            Interchange follower = counterparties.interchange(route.id()).orElseThrow();
            if (follower.timing().cutOff() == null) {
                announce(write, transfer, follower);
            } else {
                collected.put(follower.name(), batches.collect(write, transfer.id(), follower));
            }
        }
        Map<String, Object> details = new TreeMap<>(Acknowledging.enter(
                write,
                transfer,
                counterparties.interchange(transfer.interchange()).orElseThrow()));
        if (!collected.isEmpty()) {
            details.put("collected", collected);
        }
        return write.move(transfer.id(), GRANTED, TransferState.ACCEPTED, EntryKind.ACCEPTED, details);
    }

    private static Map<String, Object> facts(Transfer child, Transfer parent) {
        Map<String, Object> facts = new TreeMap<>(
                Map.of("interchange", child.interchange(), "parent", parent.id().value()));
        if (child.party() != null) {
            facts.put("party", child.party());
        }
        if (child.answers() != null) {
            facts.put("answers", child.answers().value());
        }
        return facts;
    }

    private static void announce(LedgerWrite write, Transfer parent, Interchange follower) {
        Transfer child = write.record(new NewTransfer(
                follower.name(),
                follower.direction(),
                follower.counterparty(),
                follower.purposes(),
                TransferState.ANNOUNCED,
                null,
                null,
                parent.id(),
                parent.party(),
                parent.answers(),
                parent.ticket()));
        write.enter(child.id(), EntryKind.ANNOUNCED, facts(child, parent));
        write.announce(TicketQueues.of(follower.name()), child.id());
    }
}
