package jp.kenpo.gateway.routing;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.ProcessorEndpoint;

/** A component whose endpoints carry out one step with the ticket in hand: {@code check:}, {@code purpose:} and the like. */
final class StepComponent extends DefaultComponent {

    /** One step of a transfer. */
    interface Step {
        /**
         * @param what what stands behind the colon of the URI
         * @return false if the route ends here, because the transfer waits for a person
         */
        boolean carryOut(Exchange exchange, String what) throws Exception;
    }

    private final Step step;

    StepComponent(Step step) {
        this.step = step;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new ProcessorEndpoint(uri, this, exchange -> {
            if (!step.carryOut(exchange, remaining)) {
                exchange.setRouteStop(true);
            }
        });
    }
}
