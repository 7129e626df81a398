package jp.kenpo.gateway.route;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a URI in a route says: one of the gateway's schemes and a plain name, without a query.
 *
 * @param scheme {@code counterparty}, {@code interchange}, {@code batch}, {@code check}, {@code compose}, {@code purpose},
 *     {@code minimise}; {@code failed} in the shared file
 * @param name interchange, layout or purpose
 * @param line line from 1
 */
record Endpoint(String scheme, String name, int line) {

    static final String COUNTERPARTY = "counterparty";
    static final String INTERCHANGE = "interchange";
    static final String BATCH = "batch";
    static final String CHECK = "check";
    static final String COMPOSE = "compose";
    static final String PURPOSE = "purpose";
    static final String MINIMISE = "minimise";
    static final String FAILED = "failed";

    static final Set<String> SOURCES = Set.of(COUNTERPARTY, INTERCHANGE, BATCH);
    static final Set<String> STEPS = Set.of(COUNTERPARTY, INTERCHANGE, CHECK, COMPOSE, PURPOSE, MINIMISE);
    static final Set<String> FAILURES = Set.of(FAILED);
    private static final Set<String> INTERNAL = Set.of("direct", "seda", "vm", "disruptor", "stub");
    private static final Pattern URI = Pattern.compile("([a-z]+):([a-z0-9]+(?:[-.][a-z0-9]+)*)");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

    String uri() {
        return scheme + ":" + name;
    }

    /** Reads a URI whose scheme must be one of these. */
    static Optional<Endpoint> of(Mapping.Written uri, Set<String> schemes, Faults faults) {
        Matcher matcher = URI.matcher(uri.text());
        if (matcher.matches() && schemes.contains(matcher.group(1))) {
            return Optional.of(new Endpoint(matcher.group(1), matcher.group(2), uri.line()));
        }
        refuse(uri, schemes, faults);
        return Optional.empty();
    }

    private static void refuse(Mapping.Written uri, Set<String> schemes, Faults faults) {
        Matcher matcher = SCHEME.matcher(uri.text());
        String written = matcher.matches() ? matcher.group(1) : "";
        if (written.isEmpty()) {
            add(uri, faults, "the uri has no scheme", "Write one of: " + list(schemes));
        } else if (schemes.contains(written)) {
            String what = uri.text().contains("?") ? "the uri has options behind ?" : "the name is no plain name";
            add(uri, faults, what, "Write " + written + ":<name> in small letters, digits, hyphens and dots");
        } else if (schemes.contains(written.toLowerCase(Locale.ROOT))) {
            add(uri, faults, "\"" + written + ":\" is not in small letters", "Write " + lower(written) + ":<name>");
        } else if (STEPS.contains(written) || SOURCES.contains(written)) {
            add(uri, faults, "\"" + written + ":\" does not stand here", "Write one of: " + list(schemes));
        } else if (INTERNAL.contains(lower(written))) {
            String remedy = "A route starts from counterparty: or interchange: and ends in the other of the two";
            add(uri, faults, "\"" + written + ":\" hops into another route, past the rules", remedy);
        } else {
            String remedy = "Use counterparty:<interchange>; host and folder stand in config/counterparties/";
            add(uri, faults, "\"" + written + ":\" is an endpoint of its own, outside the gate", remedy);
        }
    }

    private static void add(Mapping.Written uri, Faults faults, String what, String remedy) {
        faults.add(RouteRule.ENDPOINT, uri.line(), what, remedy);
    }

    private static String lower(String scheme) {
        return scheme.toLowerCase(Locale.ROOT);
    }

    private static String list(Set<String> schemes) {
        return String.join(
                ", ", schemes.stream().sorted().map(scheme -> scheme + ":").toList());
    }
}
