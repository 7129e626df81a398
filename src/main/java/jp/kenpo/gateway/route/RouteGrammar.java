package jp.kenpo.gateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The form of a route file: which keys it may have, which steps, which endpoints.
 *
 * <p>It is a list of what is allowed. Camel has some sixty kinds of steps, and the next version may bring one that
 * can carry data past the gate; a list of what is forbidden would not know it.
 */
final class RouteGrammar {

    private static final Set<String> ROUTE = Set.of("id", "description", "group", "from");
    private static final Set<String> FROM = Set.of("uri", "steps");
    private static final String SHORT_FORM = "Write `- route:` with id, description, group and from";
    private static final String STEPS_FORM = "Write `from:` with uri and steps, each step as `- to:`";

    private final Faults faults;
    private final CamelVocabulary camel;
    private final StepGrammar steps;

    private RouteGrammar(Faults faults, CamelVocabulary camel) {
        this.faults = faults;
        this.camel = camel;
        this.steps = StepGrammar.ofRoutes(faults, camel);
    }

    /** Returns the route, or nothing when its form has a fault. */
    static Optional<WrittenRoute> read(RouteText file, Faults faults) {
        Optional<Node> root = PlainYaml.read(file, faults);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        RouteGrammar grammar = new RouteGrammar(faults, new CamelVocabulary(root.get()));
        Optional<WrittenRoute> route = grammar.only(root.get(), "route").flatMap(found -> grammar.route(file, found));
        return faults.none() ? route : Optional.empty();
    }

    /** Returns the one thing that the document holds. */
    private Optional<Mapping> only(Node root, String kind) {
        List<Mapping> items = items(root, faults);
        items.forEach(item -> item.only(Set.of(kind), RouteRule.ONE_ROUTE, camel));
        List<Mapping> found = items.stream().filter(item -> item.has(kind)).toList();
        if (found.size() != 1) {
            faults.add(
                    RouteRule.ONE_ROUTE,
                    found.isEmpty() ? 0 : found.get(1).line(),
                    found.size() + " routes in the file",
                    "Write one file for each interchange, with one `- route:`");
            return Optional.empty();
        }
        return found.get(0).mapping(kind, SHORT_FORM);
    }

    /** Returns the items of a document that is a list of mappings, as every file of routes is. */
    static List<Mapping> items(Node root, Faults faults) {
        List<Node> items = root instanceof SequenceNode sequence ? sequence.getValue() : List.of(root);
        boolean list = root instanceof SequenceNode && items.stream().allMatch(MappingNode.class::isInstance);
        if (!list) {
            faults.add(RouteRule.KEYS, PlainYaml.line(root), "the file is not a list", "Begin it with a hyphen: `- `");
            return List.of();
        }
        return items.stream().map(item -> Mapping.item(item, faults)).toList();
    }

    private Optional<WrittenRoute> route(RouteText file, Mapping route) {
        route.only(ROUTE, RouteRule.KEYS, camel);
        Optional<Mapping.Written> id =
                route.text("id", RouteRule.ID, "Write `id: " + file.interchange() + "`, the folder and the file");
        Optional<Mapping.Written> description =
                route.text("description", RouteRule.DESCRIPTION, "Say in one line what goes where and for what");
        Optional<Mapping.Written> group =
                route.text("group", RouteRule.ID, "Write `group: " + file.folder() + "`, the counterparty");
        Optional<Mapping> from = route.mapping("from", STEPS_FORM);
        Optional<Endpoint> source = from.flatMap(this::source);
        List<WrittenRoute.Step> written = from.map(this::steps).orElse(List.of());
        if (Stream.of(id, description, group, source).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new WrittenRoute(
                file,
                route.line(),
                id.orElseThrow(),
                group.orElseThrow(),
                description.orElseThrow().text(),
                source.orElseThrow(),
                written));
    }

    private Optional<Endpoint> source(Mapping from) {
        from.only(FROM, RouteRule.KEYS, camel);
        return from.text("uri", RouteRule.ENDPOINT, STEPS_FORM)
                .flatMap(uri -> Endpoint.of(uri, Endpoint.SOURCES, faults));
    }

    private List<WrittenRoute.Step> steps(Mapping from) {
        List<WrittenRoute.Step> written = new ArrayList<>();
        from.list("steps", STEPS_FORM).forEach(step -> steps.read(step).ifPresent(written::add));
        return List.copyOf(written);
    }
}
