package jp.kenpo.gateway.routing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.kenpo.gateway.route.RouteRegister;
import jp.kenpo.gateway.route.RouteSpec;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Tells the state of every route whenever one changes; a route whose arrivals do not run is not running. */
final class RouteStateReport extends EventNotifierSupport {

    private final RouteRegister routes;
    private final Consumer<Map<String, String>> listener;

    /** @param listener gets the state of each route by its id: {@code started}, {@code stopped}, {@code suspended} … */
    RouteStateReport(RouteRegister routes, Consumer<Map<String, String>> listener) {
        this.routes = routes;
        this.listener = listener;
        setIgnoreExchangeEvents(true);
        setIgnoreCamelContextEvents(true);
        setIgnoreServiceEvents(true);
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof CamelEvent.RouteEvent route
                && isUp(route.getRoute().getCamelContext())) {
            tell(route.getRoute().getCamelContext());
        }
    }

    /** While all start, each would tell of all; when all have, they are told once. */
    private static boolean isUp(CamelContext camel) {
        return camel.isStarted() || camel.isStopping();
    }

    /** Tells the states as they are now. */
    void tell(CamelContext context) {
        Map<String, String> states = new TreeMap<>();
        for (RouteSpec route : routes.routes()) {
            states.put(route.id(), state(context, route.id()));
        }
        listener.accept(states);
    }

    private static String state(CamelContext camel, String route) {
        ServiceStatus own = camel.getRouteController().getRouteStatus(route);
        ServiceStatus arrival = camel.getRouteController().getRouteStatus(ArrivalRoutes.idOf(route));
        ServiceStatus worse = arrival != null && !arrival.isStarted() ? arrival : own;
        return worse == null ? "stopped" : worse.name().toLowerCase(Locale.ROOT);
    }
}
