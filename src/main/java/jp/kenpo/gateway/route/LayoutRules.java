package jp.kenpo.gateway.route;

import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.counterparty.Interchange;

/** The layouts that the steps name are the interchange's, and a file changes its layout by {@code compose:} only. */
final class LayoutRules {

    private static final Set<String> STEPS = Set.of(Endpoint.CHECK, Endpoint.COMPOSE, Endpoint.MINIMISE);

    private LayoutRules() {}

    static void judge(WrittenRoute route, Interchange interchange, Agreed agreed, Faults faults) {
        String layout = interchange.layout();
        if (agreed.layout().apply(layout).isEmpty()) {
            faults.add(
                    RouteRule.LAYOUT,
                    route.line(),
                    "the layout \"" + layout + "\" of the interchange does not exist",
                    "Write config/layouts/" + layout + ".yaml");
            return;
        }
        route.endpoints().stream()
                .filter(step -> STEPS.contains(step.scheme()) && !step.name().equals(layout))
                .forEach(step -> faults.add(
                        RouteRule.LAYOUT,
                        step.line(),
                        "\"" + step.uri() + "\" is not the layout agreed for the interchange",
                        "Write " + step.scheme() + ":" + layout));
        judgeComposition(route, layout, agreed, faults);
        judgeFlags(route, interchange, agreed, faults);
    }

    /** A rule about rows can't be kept with a layout that does not say which rows are meant. */
    private static void judgeFlags(WrittenRoute route, Interchange interchange, Agreed agreed, Faults faults) {
        Set<RowFlag> known =
                agreed.layout().apply(interchange.layout()).map(Layout::flags).orElse(Set.of());
        agreed.flagsNeeded(interchange).stream()
                .filter(flag -> !known.contains(flag))
                .sorted()
                .forEach(flag -> faults.add(
                        RouteRule.LAYOUT,
                        route.line(),
                        "the layout \"" + interchange.layout() + "\" does not say which rows are under " + flag.label()
                                + ", which the agreement asks ("
                                + agreed.interchangeStands().apply(interchange) + ")",
                        "Declare flags: " + flag.label() + " in config/layouts/" + interchange.layout() + ".yaml"));
    }

    private static void judgeComposition(WrittenRoute route, String layout, Agreed agreed, Faults faults) {
        Optional<Interchange> source = route.follows().flatMap(agreed::interchange);
        if (route.composes() && !agreed.composed().test(layout)) {
            faults.add(
                    RouteRule.LAYOUT,
                    route.line(),
                    "files of the layout \"" + layout + "\" are not composed",
                    "Remove the step compose:, or name in the layout what it is composed from");
        } else if (!route.composes()
                && source.isPresent()
                && !source.get().layout().equals(layout)) {
            faults.add(
                    RouteRule.LAYOUT,
                    route.from().line(),
                    "\"" + source.get().name() + "\" has the layout "
                            + source.get().layout() + ", not " + layout,
                    "Follow an interchange of the same layout, or begin with compose:" + layout);
        }
    }
}
