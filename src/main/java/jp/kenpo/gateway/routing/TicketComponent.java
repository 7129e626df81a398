package jp.kenpo.gateway.routing;

import java.util.Map;
import jp.kenpo.gateway.route.RouteRegister;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** The component behind {@code counterparty:} and {@code interchange:}. */
final class TicketComponent extends DefaultComponent {

    private final StepComponent.Step end;
    private final RouteRegister routes;
    private final Turns turns;

    TicketComponent(StepComponent.Step end, RouteRegister routes, Turns turns) {
        this.end = end;
        this.routes = routes;
        this.turns = turns;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new TicketEndpoint(uri, this, remaining, end, routes, turns);
    }
}
