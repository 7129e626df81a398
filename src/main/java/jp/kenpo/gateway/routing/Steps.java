package jp.kenpo.gateway.routing;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.delivery.Delivery;
import jp.kenpo.gateway.delivery.ErrorReportDelivery;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.gate.PurposeGate;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.preparation.Composer;
import jp.kenpo.gateway.preparation.ContentCheck;
import jp.kenpo.gateway.preparation.Minimiser;
import jp.kenpo.gateway.preparation.ProvisionNotes;
import jp.kenpo.gateway.route.RouteRegister;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vocabulary of the route files: each scheme and what it does with the ticket in hand. */
final class Steps {

    private static final Logger log = LoggerFactory.getLogger(Steps.class);

    private final PurposeGate gate;
    private final ContentCheck check;
    private final Composer composer;
    private final Minimiser minimiser;
    private final ProvisionNotes provisions;
    private final Acceptance acceptance;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final RouteRegister routes;
    private final Retries retries;
    private final Turns turns;

    Steps(
            PurposeGate gate,
            ContentCheck check,
            Composer composer,
            Minimiser minimiser,
            ProvisionNotes provisions,
            Acceptance acceptance,
            Deliveries deliveries,
            Ledger ledger,
            RouteRegister routes,
            Retries retries,
            Turns turns) {
        this.gate = gate;
        this.check = check;
        this.composer = composer;
        this.minimiser = minimiser;
        this.provisions = provisions;
        this.acceptance = acceptance;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.routes = routes;
        this.retries = retries;
        this.turns = turns;
    }

    /** Makes the schemes known to Camel. */
    void register(CamelContext camel) {
        Map<String, Component> components = Map.of(
                "check", new StepComponent((exchange, layout) -> check.check(TicketInHand.of(exchange), layout)),
                "compose", new StepComponent((exchange, layout) -> composer.compose(TicketInHand.of(exchange), layout)),
                "purpose", new StepComponent(this::decide),
                "minimise", new StepComponent(this::minimise),
                "failed", new StepComponent(this::failed),
                "counterparty", new TicketComponent(this::deliver, routes, turns),
                "interchange", new TicketComponent(this::accept, routes, turns),
                "batch", new TicketComponent(Steps::refuse, routes, turns));
        components.forEach(camel::addComponent);
    }

    private boolean decide(Exchange exchange, String purpose) {
        TransferId id = TicketInHand.of(exchange);
        boolean stopped = ledger.find(id).orElseThrow().state().isStopped();
        return !stopped && gate.decide(id, purpose, exchange.getFromRouteId()) instanceof Decision.Granted;
    }

    private boolean minimise(Exchange exchange, String layout) throws Exception {
        provisions.note(TicketInHand.of(exchange));
        minimiser.minimise(TicketInHand.of(exchange), layout);
        return true;
    }

    private boolean deliver(Exchange exchange, String interchange) throws Exception {
        provisions.require(TicketInHand.of(exchange));
        turns.deliver(deliveries.on(interchange), TicketInHand.of(exchange), interchange);
        return true;
    }

    /** Has removed what broken deliveries of an interchange left at the counterparty. */
    void tidy(Interchange interchange) throws IOException {
        turns.tidy(deliveries.on(interchange.name())::tidy, interchange.counterparty());
    }

    /** Has removed what broken deliveries left at a counterparty that are none of an interchange. */
    void tidy(Counterparty counterparty, ErrorReportDelivery reports) throws IOException {
        turns.tidy(() -> reports.tidy(counterparty), counterparty.id());
    }

    /** Transfers are collected when they are accepted, and not by a step. */
    private static boolean refuse(Exchange exchange, String interchange) {
        throw new IllegalStateException("batch: begins a route and never ends one");
    }

    private boolean accept(Exchange exchange, String interchange) throws Exception {
        TransferId id = TicketInHand.of(exchange);
        Transfer transfer = ledger.find(id).orElseThrow();
        if (!transfer.interchange().equals(interchange)) {
            throw new IllegalStateException("transfer " + id + " is not on " + interchange);
        }
        provisions.note(id);
        acceptance.accept(id);
        return true;
    }

    /** Notes what failed. The ledger says when a ticket comes again; an arrival stays where it is and is met again. */
    private boolean failed(Exchange exchange, String what) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE) == null) {
            // of files that arrive, whoever looks for them says once that it fails
            log.warn("{} failed and is tried again: {}", exchange.getFromRouteId(), Failure.of(failure));
        }
        TicketInHand.find(exchange).ifPresent(id -> retries.failed(id, exchange.getFromRouteId(), failure));
        return true;
    }

    /**
     * Puts a transfer aside whose ticket the broker gave up on. Does nothing if it came to an end all the same.
     *
     * @throws IllegalArgumentException if there is no such transfer
     */
    void hold(TransferId id) {
        ledger.write(write -> {
            Transfer transfer =
                    write.find(id).orElseThrow(() -> new IllegalArgumentException("there is no transfer " + id));
            if (transfer.state().ended() || transfer.state().waits()) {
                return transfer;
            }
            String error = transfer.lastError() == null ? "unknown" : transfer.lastError();
            Transfer held = write.move(
                    id, Set.of(transfer.state()), TransferState.HELD, EntryKind.HELD, Map.of("error", error));
            write.failed(id, error);
            return held;
        });
    }

    /** The deliveries by interchange, made when first used. */
    static final class Deliveries {

        private final java.util.function.Function<String, Delivery> make;
        private final Map<String, Delivery> byInterchange = new ConcurrentHashMap<>();

        Deliveries(java.util.function.Function<String, Delivery> make) {
            this.make = make;
        }

        Delivery on(String interchange) {
            return byInterchange.computeIfAbsent(interchange, make);
        }
    }
}
