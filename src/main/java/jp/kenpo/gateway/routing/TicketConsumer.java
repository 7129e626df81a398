package jp.kenpo.gateway.routing;

import java.util.Map;
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
 * Takes tickets from the queue of the route it stands in. A ticket is taken in a transaction: when the route fails, the
 * broker hands it out again.
 */
final class TicketConsumer extends DefaultConsumer {

    private static final Map<String, Object> TRANSACTED = Map.of(
            "transacted", "true",
            "lazyCreateTransactionManager", "false",
            "cacheLevelName", "CACHE_CONSUMER",
            "concurrentConsumers", "1");

    private final RouteRegister routes;
    private String purposes = "";
    private @Nullable Consumer queue;

    TicketConsumer(Endpoint endpoint, Processor processor, RouteRegister routes) {
        super(endpoint, processor);
        this.routes = routes;
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
            getProcessor().process(exchange);
        } finally {
            MDC.remove("transfer");
            MDC.remove("route");
            MDC.remove("purpose");
        }
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopAndShutdownService(queue);
        queue = null;
        super.doStop();
    }
}
