package jp.kenpo.gateway.route;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** Every route of {@code routes/}, read and judged by the route rules; none of it is executed. */
public final class RouteRegister {

    private final List<RouteText> texts;
    private final List<RouteSpec> routes;
    private final List<Problem> problems;

    private RouteRegister(List<RouteText> texts, List<RouteSpec> routes, List<Problem> problems) {
        this.texts = List.copyOf(texts);
        this.routes =
                routes.stream().sorted(Comparator.comparing(RouteSpec::id)).toList();
        this.problems = problems.stream()
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line))
                .toList();
    }

    /** Reads {@code routes/}; problems are kept, not thrown. */
    public static RouteRegister load(
            Path routesDir, PurposeRegister purposes, CounterpartyRegister counterparties, Layouts layouts) {
        return load(routesDir, Agreed.of(purposes, counterparties, layouts));
    }

    static RouteRegister load(Path routesDir, Agreed agreed) {
        RouteFolder folder = RouteFolder.read(routesDir);
        List<Problem> problems = new ArrayList<>(folder.problems());
        List<RouteText> shared =
                folder.texts().stream().filter(RouteText::shared).toList();
        List<RouteText> files =
                folder.texts().stream().filter(text -> !text.shared()).toList();
        Set<String> carried = files.stream().map(RouteText::interchange).collect(Collectors.toSet());
        RouteRules rules = new RouteRules(agreed, carried);
        List<RouteSpec> routes = new ArrayList<>();
        for (RouteText file : files) {
            judge(file, rules, problems).map(WrittenRoute::spec).ifPresent(routes::add);
        }
        problems.addAll(SharedFailures.judge(shared, routesDir.getFileName() + "/" + RouteText.SHARED));
        agreed.interchanges().stream()
                .filter(interchange -> !carried.contains(interchange.name()))
                .forEach(interchange -> problems.add(missing(interchange, agreed)));
        return new RouteRegister(folder.texts(), routes, problems);
    }

    /** Returns the route when its form is right, whatever else is wrong with it. */
    private static Optional<WrittenRoute> judge(RouteText file, RouteRules rules, List<Problem> problems) {
        Faults faults = new Faults(file.name());
        Optional<WrittenRoute> route = Optional.empty();
        try {
            route = RouteGrammar.read(file, faults);
            route.ifPresent(written -> rules.judge(written, faults));
        } catch (RuntimeException failure) {
            // A rule that can't decide refuses: otherwise a file that trips it would be run unjudged
            faults.add(
                    RouteRule.YAML,
                    0,
                    "the file can't be judged (" + failure.getClass().getSimpleName() + ")",
                    "Write it like the other routes");
        }
        problems.addAll(faults.all());
        return route;
    }

    private static Problem missing(Interchange interchange, Agreed agreed) {
        return RouteRule.MISSING.problemAt(
                agreed.interchangeStands().apply(interchange),
                "the interchange " + interchange.name() + " is agreed and has no route",
                "Write routes/" + interchange.counterparty() + "/" + interchange.shortName()
                        + ".yaml, or remove the interchange");
    }

    /** Returns the routes that could be read, in the order of their ids. */
    public List<RouteSpec> routes() {
        return routes;
    }

    public Optional<RouteSpec> find(String id) {
        return routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    /** Returns the routes that start when a transfer of the interchange is accepted. */
    public List<RouteSpec> followersOf(String interchange) {
        return routes.stream()
                .filter(route -> interchange.equals(route.follows()))
                .toList();
    }

    /**
     * Returns the texts of all files as they were judged, the shared one included. Whoever runs the routes runs these
     * texts: a file that changed since, or that no rule has seen, does not run.
     */
    public List<RouteText> texts() {
        return texts;
    }

    /** Returns what breaks a rule; with a problem the gateway does not start. */
    public List<Problem> problems() {
        return problems;
    }
}
