package jp.kenpo.gateway.route;

import java.util.List;
import jp.kenpo.gateway.purpose.Direction;

/**
 * The one order of steps in each direction; {@code log}, {@code delay} and {@code throttle} may stand before the
 * last of them.
 */
final class StepOrder {

    private static final List<String> INBOUND = List.of(Endpoint.CHECK, Endpoint.PURPOSE, Endpoint.INTERCHANGE);
    private static final List<String> OUTBOUND = List.of(Endpoint.PURPOSE, Endpoint.MINIMISE, Endpoint.COUNTERPARTY);
    private static final List<String> COMPOSED =
            List.of(Endpoint.COMPOSE, Endpoint.CHECK, Endpoint.PURPOSE, Endpoint.MINIMISE, Endpoint.COUNTERPARTY);

    private final WrittenRoute route;
    private final Faults faults;
    private final RouteRule rule;

    private StepOrder(WrittenRoute route, Faults faults) {
        this.route = route;
        this.faults = faults;
        this.rule = route.direction() == Direction.IN ? RouteRule.INBOUND : RouteRule.OUTBOUND;
    }

    static void judge(WrittenRoute route, Faults faults) {
        // A route without a purpose is refused for that reason; the order would only hide it
        if (route.endpoints(Endpoint.PURPOSE).findAny().isPresent()) {
            StepOrder order = new StepOrder(route, faults);
            order.judgeSequence();
            order.judgeEnds();
        }
    }

    private List<String> expected() {
        if (route.direction() == Direction.IN) {
            return INBOUND;
        }
        // what was collected is a list of transfers: a file has to be made out of them
        return route.composes() || route.batches() ? COMPOSED : OUTBOUND;
    }

    private void judgeSequence() {
        List<Endpoint> endpoints = route.endpoints();
        List<String> expected = expected();
        String remedy = "Write these steps, in this order, each once: " + String.join(":, ", expected) + ":";
        int same = 0;
        while (same < expected.size()
                && same < endpoints.size()
                && endpoints.get(same).scheme().equals(expected.get(same))) {
            same++;
        }
        if (same < endpoints.size()) {
            Endpoint found = endpoints.get(same);
            String place =
                    same < expected.size() ? "in the place of " + expected.get(same) + ":" : "behind the last step";
            faults.add(rule, found.line(), "\"" + found.uri() + "\" stands " + place, remedy);
        } else if (same < expected.size()) {
            faults.add(rule, route.line(), "the step " + expected.get(same) + ": is missing", remedy);
        }
    }

    private void judgeEnds() {
        String own = route.file().interchange();
        if (route.direction() == Direction.IN) {
            judgeOwn(route.from(), own);
        }
        List<Endpoint> endpoints = route.endpoints();
        Endpoint last = endpoints.get(endpoints.size() - 1);
        if (last.scheme().equals(expected().get(expected().size() - 1))) {
            judgeOwn(last, own);
            WrittenRoute.Step end = route.steps().get(route.steps().size() - 1);
            if (end.endpoint() == null) {
                faults.add(
                        rule,
                        end.line(),
                        "`" + end.kind() + "` stands behind the last step",
                        "Write it before " + last.uri() + "; there the route ends");
            }
        }
    }

    private void judgeOwn(Endpoint endpoint, String own) {
        if (!endpoint.name().equals(own)) {
            faults.add(
                    rule,
                    endpoint.line(),
                    "\"" + endpoint.uri() + "\" is another interchange than the route's",
                    "Write " + endpoint.scheme() + ":" + own);
        }
    }
}
