package jp.kenpo.gateway.routing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.delivery.ErrorReportDelivery;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.route.RouteRegister;
import jp.kenpo.gateway.route.RouteSpec;
import jp.kenpo.gateway.route.RouteText;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Loads the route files that kept the rules, exactly those, and beside each inbound one the route that takes in. */
final class RouteLoading implements CamelContextConfiguration {

    private final RouteRegister routes;
    private final CounterpartyRegister counterparties;
    private final Steps steps;
    private final ErrorReportDelivery errorReports;
    private final Intake intake;
    private final ArrivalsFactory arrivals;
    private final OutgoingMessages outgoing;
    private final RouteStateReport states;

    /** Makes the arrivals for a Camel context. */
    interface ArrivalsFactory {
        Arrivals in(CamelContext camel);
    }

    RouteLoading(
            RouteRegister routes,
            CounterpartyRegister counterparties,
            Steps steps,
            ErrorReportDelivery errorReports,
            Intake intake,
            ArrivalsFactory arrivals,
            OutgoingMessages outgoing,
            RouteStateReport states) {
        this.routes = routes;
        this.counterparties = counterparties;
        this.steps = steps;
        this.errorReports = errorReports;
        this.intake = intake;
        this.arrivals = arrivals;
        this.outgoing = outgoing;
        this.states = states;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        if (!routes.problems().isEmpty()) {
            throw new ConfigurationRejectedException(routes.problems());
        }
        try {
            steps.register(camel);
            camel.getManagementStrategy().addEventNotifier(states);
            for (RouteText text : routes.texts()) {
                load(camel, text);
            }
            requireExactly(camel);
            camel.addRoutes(new ArrivalRoutes(inbound(), arrivals.in(camel), intake));
            camel.addRoutes(new GivenUpRoute(steps));
            camel.addRoutes(new ErrorReportRoute(errorReports));
        } catch (ConfigurationRejectedException rejected) {
            throw rejected;
        } catch (Exception failed) {
            throw new IllegalStateException("the routes can't be loaded", failed);
        }
    }

    private static void load(CamelContext camel, RouteText route) throws Exception {
        Resource resource = ResourceHelper.fromString(route.name(), route.text());
        PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
    }

    /** What runs is what was judged: the second net behind the route rules. */
    private void requireExactly(CamelContext camel) {
        Set<String> judged = routes.routes().stream().map(RouteSpec::id).collect(Collectors.toSet());
        Set<String> loaded = camel
                .getCamelContextExtension()
                .getContextPlugin(org.apache.camel.model.Model.class)
                .getRouteDefinitions()
                .stream()
                .map(definition -> definition.getRouteId())
                .collect(Collectors.toSet());
        if (!judged.equals(loaded)) {
            throw new IllegalStateException("loaded routes " + loaded + " are not those that were judged " + judged);
        }
    }

    private List<Interchange> inbound() {
        return routes.routes().stream()
                .filter(route -> route.direction() == Direction.IN)
                .map(route -> counterparties.interchange(route.id()).orElseThrow())
                .toList();
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        outgoing.start();
        states.tell(camel);
    }
}
