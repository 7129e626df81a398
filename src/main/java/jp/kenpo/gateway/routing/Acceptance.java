package jp.kenpo.gateway.routing;

import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
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

/** Accepts a transfer and announces it to every route that follows its interchange, in one commit. */
final class Acceptance {

    private static final Set<TransferState> GRANTED = Set.of(TransferState.GRANTED);

    private final RouteRegister routes;
    private final CounterpartyRegister counterparties;
    private final Ledger ledger;

    Acceptance(RouteRegister routes, CounterpartyRegister counterparties, Ledger ledger) {
        this.routes = routes;
        this.counterparties = counterparties;
        this.ledger = ledger;
    }

    /**
     * Accepts once; a repeated call changes nothing.
     *
     * @throws ProvisionRefusedException if there is no grant
     */
    void accept(TransferId id) {
        Transfer granted = ledger.find(id).orElseThrow();
        if (Grant.of(ledger, granted).isEmpty()) {
            throw new ProvisionRefusedException(
                    "transfer " + id + " has no grant; purpose: must come before interchange:");
        }
        ledger.write(write -> {
            Transfer transfer = write.find(id).orElseThrow();
            return transfer.state() == TransferState.ACCEPTED ? transfer : accept(write, transfer);
        });
    }

    private Transfer accept(LedgerWrite write, Transfer transfer) {
        for (RouteSpec follower : routes.followersOf(transfer.interchange())) {
            announce(write, transfer, counterparties.interchange(follower.id()).orElseThrow());
        }
        return write.move(transfer.id(), GRANTED, TransferState.ACCEPTED, EntryKind.ACCEPTED, Map.of());
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
                parent.ticket()));
        write.enter(
                child.id(),
                EntryKind.ANNOUNCED,
                Map.of("interchange", follower.name(), "parent", parent.id().value()));
        write.announce(TicketQueues.of(follower.name()), child.id());
    }
}
