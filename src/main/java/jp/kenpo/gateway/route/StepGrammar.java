package jp.kenpo.gateway.route;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The form of a step. */
final class StepGrammar {

    private static final String TO = "to";
    private static final String LOG = "log";
    private static final String DELAY = "delay";
    private static final String THROTTLE = "throttle";

    /** Which keys a step of each kind may have; what is no key here can't be written. */
    private static final Map<String, Set<String>> KEYS = Map.of(
            TO, Set.of("description", "uri"),
            LOG, Set.of("description", "message", "loggingLevel"),
            DELAY, Set.of("description", "constant"),
            THROTTLE, Set.of("description", "constant", "timePeriodMillis"));

    private static final Pattern CONSTANT_TEXT = Pattern.compile("[^{}$#]*");
    /** Up to a quarter of an hour in milliseconds; a longer wait would look like a route that stands still. */
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private static final Pattern LEVEL = Pattern.compile("TRACE|DEBUG|INFO|WARN|ERROR");

    private final Faults faults;
    private final CamelVocabulary camel;
    private final Set<String> schemes;

    private StepGrammar(Faults faults, CamelVocabulary camel, Set<String> schemes) {
        this.faults = faults;
        this.camel = camel;
        this.schemes = schemes;
    }

    static StepGrammar ofRoutes(Faults faults, CamelVocabulary camel) {
        return new StepGrammar(faults, camel, Endpoint.STEPS);
    }

    static StepGrammar ofFailures(Faults faults, CamelVocabulary camel) {
        return new StepGrammar(faults, camel, Endpoint.FAILURES);
    }

    Optional<WrittenRoute.Step> read(Mapping item) {
        item.only(KEYS.keySet(), RouteRule.STEP, camel);
        if (item.keys().size() != 1) {
            faults.add(
                    RouteRule.STEP,
                    item.line(),
                    "a step with " + item.keys().size() + " kinds",
                    "Begin each step with its own hyphen");
            return Optional.empty();
        }
        String kind = item.keys().get(0);
        return KEYS.containsKey(kind) ? read(item, kind) : Optional.empty();
    }

    private Optional<WrittenRoute.Step> read(Mapping item, String kind) {
        if (item.value(kind).filter(MappingNode.class::isInstance).isEmpty()) {
            faults.add(
                    RouteRule.DESCRIPTION,
                    item.line(),
                    "the step `" + kind + "` has no description",
                    "Write description and " + (kind.equals(TO) ? "uri" : "the rest") + " below `" + kind + ":`");
            return Optional.empty();
        }
        Mapping step = item.mapping(kind, "").orElseThrow();
        step.only(KEYS.getOrDefault(kind, Set.of()), RouteRule.KEYS, camel);
        step.text("description", RouteRule.DESCRIPTION, "Say in the file's words what this step is for");
        return kind.equals(TO) ? to(step) : rest(kind, step);
    }

    private Optional<WrittenRoute.Step> to(Mapping step) {
        return step.text("uri", RouteRule.ENDPOINT, "Write `uri: <scheme>:<name>`")
                .flatMap(uri -> Endpoint.of(uri, schemes, faults))
                .map(endpoint -> new WrittenRoute.Step(TO, endpoint, endpoint.line()));
    }

    private Optional<WrittenRoute.Step> rest(String kind, Mapping step) {
        if (kind.equals(LOG)) {
            constant(step, "message", CONSTANT_TEXT, "Write plain words; nothing of a transfer is put into the log");
        } else {
            constant(step, "constant", NUMBER, "Write a whole number from 1 to 999999");
        }
        if (step.has("loggingLevel")) {
            constant(step, "loggingLevel", LEVEL, "Write TRACE, DEBUG, INFO, WARN or ERROR");
        }
        if (step.has("timePeriodMillis")) {
            constant(step, "timePeriodMillis", NUMBER, "Write a whole number from 1 to 999999");
        }
        return Optional.of(new WrittenRoute.Step(kind, null, step.line()));
    }

    private void constant(Mapping step, String key, Pattern form, String remedy) {
        step.text(key, RouteRule.STEP, remedy)
                .filter(text -> !form.matcher(text.text()).matches())
                .ifPresent(text ->
                        faults.add(RouteRule.STEP, text.line(), "`" + key + "` is not of its constant form", remedy));
    }
}
