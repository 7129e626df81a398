package jp.kenpo.gateway.routing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.route.RouteRegister;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RouteAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Takes tickets from the queue of the route it stands in. When the route fails, the ledger says when a ticket comes again.
 * A ticket is taken in a transaction: where the ledger could not be told, the broker hands it out again.
 */
final class TicketConsumer extends DefaultConsumer {

    /** One consumer: what came first on an interchange goes first, and one that stands still lets nothing more through. */
    private static final Map<String, Object> TRANSACTED = Map.of(
            "transacted", "true",
            "lazyCreateTransactionManager", "false",
            "cacheLevelName", "CACHE_CONSUMER",
            "concurrentConsumers", "1");

    private final RouteRegister routes;
    private final Turns turns;
    private final InHand inHand = new InHand();
    private String purposes = "";
    private @Nullable Consumer queue;

    TicketConsumer(Endpoint endpoint, Processor processor, RouteRegister routes, Turns turns) {
        super(endpoint, processor);
        this.routes = routes;
        this.turns = turns;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        purposes = routes.find(getRoute().getRouteId())
                .map(route -> String.join(",", route.purposes()))
                .orElse("");
        String address = "jms:queue:" + TicketQueues.of(getRoute().getRouteId());
        Endpoint tickets = getEndpoint().getCamelContext().getEndpoint(address, TRANSACTED);
        // Camel starts endpoints that its routes name; this one it does not know
        ServiceHelper.startService(tickets);
        Consumer consumer = tickets.createConsumer(this::take);
        if (consumer instanceof RouteAware aware) {
            aware.setRoute(getRoute());
        }
        ServiceHelper.startService(consumer);
        queue = consumer;
    }

    private void take(Exchange exchange) throws Exception {
        TransferId transfer = new TransferId(exchange.getIn().getMandatoryBody(String.class));
        TicketInHand.put(exchange, transfer);
        MDC.put("transfer", transfer.value());
        MDC.put("route", getRoute().getRouteId());
        MDC.put("purpose", purposes);
        try {
            inHand.take(transfer);
            try {
                if (turns.begin(transfer, getRoute().getRouteId())) {
                    work(exchange, transfer);
                }
            } finally {
                inHand.giveBack(transfer);
            }
        } finally {
            MDC.remove("transfer");
            MDC.remove("route");
            MDC.remove("purpose");
        }
    }

    private void work(Exchange exchange, TransferId transfer) throws Exception {
        try {
            getProcessor().process(exchange);
        } finally {
            turns.over(getRoute().getRouteId());
        }
        if (exchange.getException() != null && turns.isPlanned(transfer)) {
            exchange.setException(null);
        }
    }

    /**
     * The transfers that are worked on. A broker that fails over may hand out a ticket a second time while the first is in
     * hand: it waits, and finds the work done.
     */
    private static final class InHand {

        private final Set<TransferId> transfers = new HashSet<>();

        synchronized void take(TransferId transfer) throws InterruptedException {
            while (!transfers.add(transfer)) {
                wait();
            }
        }

        synchronized void giveBack(TransferId transfer) {
            transfers.remove(transfer);
            notifyAll();
        }
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopAndShutdownService(queue);
        queue = null;
        super.doStop();
    }
}
