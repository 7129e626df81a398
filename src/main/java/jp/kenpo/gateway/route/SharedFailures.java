package jp.kenpo.gateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.configuration.Problem;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The form of the one file in {@code routes/_shared/}: every failure of every route goes to {@code failed:attempt}.
 *
 * <p>It is as strict as for a route, because a step written here would run in all of them.
 */
final class SharedFailures {

    private static final String REMEDY = "Write `- routeConfiguration:` with description and onException only";
    private static final String EXCEPTION_REMEDY =
            "Write `- onException:` with description, exception, handled and steps";

    private final Faults faults;
    private final CamelVocabulary camel;

    private SharedFailures(Faults faults, CamelVocabulary camel) {
        this.faults = faults;
        this.camel = camel;
    }

    static List<Problem> judge(List<RouteText> shared, String routes) {
        if (shared.size() != 1) {
            return List.of(RouteRule.FAILURES.problem(
                    shared.isEmpty() ? routes : shared.get(1).name(),
                    0,
                    shared.size() + " files of failure handling",
                    "Keep one file in _shared/, with one `- routeConfiguration:`"));
        }
        Faults faults = new Faults(shared.get(0).name());
        PlainYaml.read(shared.get(0), faults)
                .ifPresent(root -> new SharedFailures(faults, new CamelVocabulary(root)).judge(root));
        return faults.all();
    }

    private void judge(Node root) {
        List<Mapping> items = RouteGrammar.items(root, faults);
        items.forEach(item -> item.only(Set.of("routeConfiguration"), RouteRule.FAILURES, camel));
        if (items.size() != 1) {
            fault(0, items.size() + " items in the file", REMEDY);
            return;
        }
        items.get(0).mapping("routeConfiguration", REMEDY).ifPresent(this::judgeConfiguration);
    }

    private void judgeConfiguration(Mapping configuration) {
        if (configuration.has("id")) {
            fault(
                    configuration.lineOf("id"),
                    "with an id it holds only for routes that name it",
                    "Remove the id; then it holds for every route");
        }
        configuration.only(Set.of("id", "description", "onException"), RouteRule.FAILURES, camel);
        configuration.text("description", RouteRule.DESCRIPTION, "Say what becomes of a failure");
        List<Mapping> handlers = configuration.list("onException", EXCEPTION_REMEDY);
        handlers.forEach(handler -> handler.only(Set.of("onException"), RouteRule.FAILURES, camel));
        if (handlers.size() > 1) {
            fault(handlers.get(1).line(), "a second onException", "Keep one, for java.lang.Throwable");
        } else if (handlers.size() == 1) {
            handlers.get(0).mapping("onException", EXCEPTION_REMEDY).ifPresent(this::judgeHandler);
        }
    }

    private void judgeHandler(Mapping handler) {
        handler.only(Set.of("description", "exception", "handled", "steps"), RouteRule.FAILURES, camel);
        handler.text("description", RouteRule.DESCRIPTION, "Say what becomes of a failure");
        if (!texts(handler.value("exception")).equals(List.of("java.lang.Throwable"))) {
            fault(
                    handler.lineOf("exception"),
                    "some failures are not handled",
                    "Write `exception:` with the one item java.lang.Throwable");
        }
        String handled = "Write `handled:` with `constant: \"false\"`; the source must see the failure";
        handler.mapping("handled", handled).ifPresent(value -> {
            value.only(Set.of("constant"), RouteRule.FAILURES, camel);
            value.text("constant", RouteRule.FAILURES, handled)
                    .filter(text -> !text.text().equals("false"))
                    .ifPresent(text -> fault(text.line(), "a failure would count as done", handled));
        });
        judgeSteps(handler);
    }

    /** Without a step Camel counts the failed exchange as done, and the file is lost. */
    private void judgeSteps(Mapping handler) {
        StepGrammar grammar = StepGrammar.ofFailures(faults, camel);
        String remedy = "Write one step, `- to:` with description and `uri: failed:attempt`";
        List<WrittenRoute.Step> steps = new ArrayList<>();
        handler.list("steps", remedy).forEach(step -> grammar.read(step).ifPresent(steps::add));
        boolean right = steps.size() == 1 && steps.get(0).shown().equals(Endpoint.FAILED + ":attempt");
        if (!right && faults.none()) {
            fault(handler.lineOf("steps"), "the steps do not record the failure", remedy);
        }
    }

    private static List<String> texts(Optional<Node> node) {
        return node.filter(SequenceNode.class::isInstance)
                .map(list -> ((SequenceNode) list)
                        .getValue().stream()
                                .map(item -> item instanceof ScalarNode scalar ? scalar.getValue() : "")
                                .toList())
                .orElse(List.of());
    }

    private void fault(int line, String what, String remedy) {
        faults.add(RouteRule.FAILURES, line, what, remedy);
    }
}
