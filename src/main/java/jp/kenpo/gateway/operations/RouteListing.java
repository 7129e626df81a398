package jp.kenpo.gateway.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.route.RouteSpec;

/** Lists the routes of an installation, with their state and their last transfer. */
public final class RouteListing {

    private static final String CONFIGURED = "configured";
    private static final String STOPPED = "stopped";
    private static final String NOT_CONSERVED = "not-conserved";

    private final Installation installation;

    public RouteListing(Installation installation) {
        this.installation = installation;
    }

    /** Returns every route in the order of ids. */
    public List<RouteView> routes() {
        var states = installation.routeStates().read();
        var ledger = installation.ledgerIfStarted();
        return installation.routes().routes().stream()
                .map(route -> view(route, stateOf(route.id(), states), ledger))
                .toList();
    }

    /** Returns what each route does, by its id. */
    public Map<String, String> descriptions() {
        return installation.routes().routes().stream().collect(Collectors.toMap(RouteSpec::id, RouteSpec::description));
    }

    private RouteView view(RouteSpec route, String state, Optional<Ledger> ledger) {
        return new RouteView(
                route.id(),
                Labels.of(route.direction()),
                route.counterparty(),
                route.purposes(),
                installation
                        .counterparties()
                        .interchange(route.id())
                        .map(Interchange::legalCharacter)
                        .map(Labels::of)
                        .orElse(null),
                ledger.filter(open -> open.isStopped(route.id())).isPresent() ? NOT_CONSERVED : state,
                ledger.flatMap(open -> open.lastChange(route.id()))
                        .map(Labels::inTokyo)
                        .orElse(null),
                installation
                        .counterparties()
                        .find(route.counterparty())
                        .filter(Counterparty::hasParties)
                        .map(counterparty -> counterparty.parties().size())
                        .orElse(null));
    }

    private String stateOf(String route, Optional<Map<String, String>> states) {
        return states.map(known -> known.getOrDefault(route, STOPPED))
                .orElseGet(() -> installation.wasStarted() ? STOPPED : CONFIGURED);
    }
}
