package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.delivery.Delivery;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.watch.Circuit;
import jp.kenpo.gateway.watch.Circuits;

/**
 * Says whether a ticket has its turn: not when its transfer was rejected, and not while it waits for a person, its
 * interchange stands still, or its connection waits for a probe.
 */
final class Turns {

    private final CounterpartyRegister counterparties;
    private final Circuits circuits;
    private final Retries retries;
    private final Ledger ledger;

    Turns(CounterpartyRegister counterparties, Circuits circuits, Retries retries, Ledger ledger) {
        this.counterparties = counterparties;
        this.circuits = circuits;
        this.retries = retries;
        this.ledger = ledger;
    }

    /** Returns whether the route may work on the transfer now; then {@link #over} is called afterwards. */
    boolean begin(TransferId id, String route) {
        if (ledger.find(id).orElseThrow().state().isStopped()) {
            return false;
        }
        if (ledger.isStopped(route)) {
            retries.await(id, route, standsStill(route));
            return false;
        }
        Optional<Instant> later = circuit(route).flatMap(Circuit::ask);
        later.ifPresent(until -> retries.postpone(
                id, route, until, "the connection to the counterparty fails; waits until it works again"));
        return later.isEmpty();
    }

    /** Whoever looks at one that waits learns which one to look at; it may have been moved just now. */
    private String standsStill(String route) {
        String which = ledger.stoppages().stream()
                .filter(each -> each.interchange().equals(route))
                .map(each -> "transfer " + each.transfer().value())
                .findFirst()
                .orElse("another transfer");
        return "the interchange stands still: the records of " + which
                + " do not add up; waits until a person has released or rejected that one";
    }

    /** Notes that the route is done with the transfer. */
    void over(String route) {
        circuit(route).ifPresent(Circuit::over);
    }

    /** Returns whether a failed ticket has done its part, because the ledger knows when the next one comes. */
    boolean isPlanned(TransferId id) {
        return retries.isPlanned(id);
    }

    /** Delivers, and tells the connection what came of it. */
    void deliver(Delivery delivery, TransferId id, String interchange) throws IOException {
        try {
            if (delivery.deliver(id)) {
                answered(interchange);
            }
        } catch (IOException failed) {
            if (Failure.isOfConnection(failed)) {
                circuit(interchange).ifPresent(Circuit::failed);
            } else {
                answered(interchange);
            }
            throw failed;
        }
    }

    /** What looks for leftovers at a counterparty; false if there was nothing to ask it for. */
    interface Tidying {
        boolean tidy() throws IOException;
    }

    /** Tidies up unless the connection is given up, and tells it what came of it, as a delivery does. */
    void tidy(Tidying tidying, String counterparty) throws IOException {
        Optional<Circuit> circuit = circuits.of(counterparty);
        if (circuit.flatMap(Circuit::ask).isPresent()) {
            return;
        }
        try {
            if (tidying.tidy()) {
                answered(circuit, counterparty);
            }
        } catch (IOException failed) {
            circuit.filter(each -> Failure.isOfConnection(failed)).ifPresent(Circuit::failed);
            throw failed;
        } finally {
            circuit.ifPresent(Circuit::over);
        }
    }

    private void answered(String interchange) {
        answered(
                circuit(interchange),
                counterparties.interchange(interchange).orElseThrow().counterparty());
    }

    /** The first that gets through lets all go that waited for it. */
    private void answered(Optional<Circuit> circuit, String counterparty) {
        if (circuit.map(Circuit::succeeded).orElse(false)) {
            ledger.write(write -> {
                counterparties.find(counterparty).orElseThrow().interchanges().stream()
                        .filter(each -> each.direction() == Direction.OUT)
                        .forEach(each -> write.hasten(TicketQueues.of(each.name())));
                return counterparty;
            });
        }
    }

    private Optional<Circuit> circuit(String interchange) {
        return counterparties
                .interchange(interchange)
                .filter(each -> each.direction() == Direction.OUT)
                .map(Interchange::counterparty)
                .flatMap(circuits::of);
    }
}
