package jp.kenpo.gateway.route;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/** A route whose form is right; what it says is judged by {@link RouteRules}. */
record WrittenRoute(
        RouteText file,
        int line,
        Mapping.Written id,
        Mapping.Written group,
        String description,
        Endpoint from,
        List<Step> steps) {

    /**
     * One step.
     *
     * @param kind {@code to}, {@code log}, {@code delay}, {@code throttle}
     * @param endpoint where {@code to} leads; null for the other kinds
     */
    record Step(String kind, @Nullable Endpoint endpoint, int line) {

        String shown() {
            return endpoint == null ? kind : endpoint.uri();
        }
    }

    /** What comes from a counterparty comes in; what follows an interchange goes out. */
    Direction direction() {
        return from.scheme().equals(Endpoint.COUNTERPARTY) ? Direction.IN : Direction.OUT;
    }

    List<Endpoint> endpoints() {
        return steps.stream().map(Step::endpoint).filter(Objects::nonNull).toList();
    }

    Stream<Endpoint> endpoints(String scheme) {
        return endpoints().stream().filter(endpoint -> endpoint.scheme().equals(scheme));
    }

    boolean composes() {
        return endpoints(Endpoint.COMPOSE).findAny().isPresent();
    }

    /** Whether it sends what was collected for a day as one. */
    boolean batches() {
        return from.scheme().equals(Endpoint.BATCH);
    }

    Optional<String> follows() {
        return direction() == Direction.OUT ? Optional.of(from.name()) : Optional.empty();
    }

    RouteSpec spec() {
        return new RouteSpec(
                id.text(),
                file.path(),
                line,
                description,
                direction(),
                file.folder(),
                endpoints(Endpoint.PURPOSE).map(Endpoint::name).toList(),
                follows().orElse(null),
                endpoints().stream().map(Endpoint::uri).toList());
    }
}
