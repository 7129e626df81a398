package jp.kenpo.gateway.route;

import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.purpose.Direction;

/** Judges what a route says against what was agreed. */
final class RouteRules {

    private final Agreed agreed;
    private final Set<String> carried;

    /** @param carried names of the interchanges that have a route file */
    RouteRules(Agreed agreed, Set<String> carried) {
        this.agreed = agreed;
        this.carried = carried;
    }

    void judge(WrittenRoute route, Faults faults) {
        judgeName(route, faults);
        Optional<Interchange> interchange = agreed.interchange(route.file().interchange());
        if (interchange.isEmpty()) {
            faults.add(
                    RouteRule.ID,
                    route.line(),
                    "no interchange \"" + route.file().interchange() + "\" is agreed",
                    "Agree it in config/counterparties/" + route.file().folder() + ".yaml, or remove the route");
        } else if (interchange.get().direction() != route.direction()) {
            refuseDirection(route, interchange.get(), faults);
        } else {
            StepOrder.judge(route, faults);
            PurposeRules.judge(route, interchange.get(), agreed, faults);
            LayoutRules.judge(route, interchange.get(), agreed, faults);
            judgeBatch(route, interchange.get(), faults);
            route.follows().ifPresent(followed -> judgeFollowed(route, followed, faults));
            route.follows()
                    .flatMap(agreed::interchange)
                    .ifPresent(source -> NameRules.judge(route, interchange.get(), source, agreed, faults));
        }
    }

    private static void judgeName(WrittenRoute route, Faults faults) {
        String name = route.file().interchange();
        if (!route.id().text().equals(name)) {
            faults.add(
                    RouteRule.ID,
                    route.id().line(),
                    "the id is not folder.file",
                    "Write `id: " + name + "`, or move the file");
        }
        if (!route.group().text().equals(route.file().folder())) {
            faults.add(
                    RouteRule.ID,
                    route.group().line(),
                    "the group is not the counterparty",
                    "Write `group: " + route.file().folder() + "`");
        }
    }

    private void refuseDirection(WrittenRoute route, Interchange interchange, Faults faults) {
        boolean in = interchange.direction() == Direction.IN;
        faults.add(
                RouteRule.ID,
                route.from().line(),
                "the route starts like an " + (in ? "outbound" : "inbound") + " one, but "
                        + agreed.interchangeStands().apply(interchange) + " agrees it "
                        + (in ? "inbound" : "outbound"),
                in
                        ? "Start it from counterparty:" + interchange.name()
                        : "Start it from interchange:<inbound interchange>");
    }

    private void judgeBatch(WrittenRoute route, Interchange interchange, Faults faults) {
        boolean agreedAsBatch = interchange.timing().cutOff() != null;
        String stands = agreed.interchangeStands().apply(interchange);
        if (route.batches() && !agreedAsBatch) {
            faults.add(
                    RouteRule.BATCH,
                    route.from().line(),
                    "the route begins with batch:, but " + stands + " agrees no cut-off time",
                    "Write `batch: {cut-off: \"17:00\"}` there, or begin with interchange:"
                            + route.from().name());
        } else if (agreedAsBatch && route.direction() == Direction.OUT && !route.batches()) {
            faults.add(
                    RouteRule.BATCH,
                    route.from().line(),
                    "the route sends each transfer at once, but " + stands + " agrees a cut-off time",
                    "Begin with batch:" + route.from().name() + ", or remove `batch` there");
        }
    }

    private void judgeFollowed(WrittenRoute route, String followed, Faults faults) {
        Optional<Interchange> source = agreed.interchange(followed);
        String remedy = "Name an inbound interchange of config/counterparties/ that has a route";
        if (source.isEmpty()) {
            faults.add(
                    RouteRule.FOLLOWS,
                    route.from().line(),
                    "no interchange \"" + followed + "\" is agreed to follow",
                    remedy);
        } else if (source.get().direction() != Direction.IN) {
            faults.add(
                    RouteRule.FOLLOWS,
                    route.from().line(),
                    "\"" + followed + "\" is outbound; nothing is accepted on it",
                    remedy);
        } else if (!carried.contains(followed)) {
            faults.add(
                    RouteRule.FOLLOWS,
                    route.from().line(),
                    "\"" + followed + "\" has no route, so this one would never start",
                    "Write routes/" + followed.replaceFirst("\\.", "/") + ".yaml");
        }
    }
}
