package jp.kenpo.gateway.routing;

import jp.kenpo.gateway.route.RouteRegister;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** What stands behind {@code counterparty:} and {@code interchange:}: tickets come from a queue, a step ends the route. */
@UriEndpoint(
        scheme = "counterparty",
        title = "Counterparty",
        syntax = "counterparty:name",
        category = {Category.CORE})
final class TicketEndpoint extends DefaultEndpoint implements MultipleConsumersSupport {

    private final String name;
    private final StepComponent.Step end;
    private final RouteRegister routes;
    private final Turns turns;

    /** @param end what happens when a route sends to the endpoint */
    TicketEndpoint(
            String uri, Component component, String name, StepComponent.Step end, RouteRegister routes, Turns turns) {
        super(uri, component);
        this.name = name;
        this.end = end;
        this.routes = routes;
        this.turns = turns;
    }

    /** Several routes may follow one interchange; each has a queue of its own. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        TicketConsumer consumer = new TicketConsumer(this, processor, routes, turns);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                end.carryOut(exchange, name);
            }
        };
    }
}
