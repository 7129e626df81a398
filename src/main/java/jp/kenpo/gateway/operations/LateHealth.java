package jp.kenpo.gateway.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.schedule.ExpectedDeliveries;
import jp.kenpo.gateway.watch.LedgerLink;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells probes and metrics what is late. The gateway itself is well then: it is a detail of readiness, and no reason to
 * take it out of service.
 */
@Component("lateDeliveries")
final class LateHealth implements HealthIndicator, MeterBinder {

    private static final String UNKNOWN = "not known while the ledger's database does not answer";

    /** Those who probe give up after few seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /** All gauges are read one after the other: one answer serves them all. */
    private static final Duration ONE_READING = Duration.ofSeconds(1);

    private final LateListing late;
    private final Installation installation;
    private final LedgerLink ledger;
    private final BoundedAnswer<Found> found = new BoundedAnswer<>(this::find, LONGEST);
    private final BoundedAnswer<Found> counted = new BoundedAnswer<>(this::find, LONGEST, ONE_READING);

    LateHealth(Installation installation, LedgerLink ledger) {
        this.ledger = ledger;
        this.installation = installation;
        this.late = new LateListing(installation);
    }

    /** @param nothing ids of what acknowledges nothing, by interchange */
    private record Found(List<LateView> late, Map<String, List<String>> nothing) {

        int late(String interchange) {
            return (int) late.stream()
                    .filter(each -> each.interchange().equals(interchange))
                    .count();
        }

        int nothing(String interchange) {
            return nothing.getOrDefault(interchange, List.of()).size();
        }

        List<String> acknowledgingNothing() {
            return nothing.values().stream().flatMap(List::stream).toList();
        }
    }

    private Found find() {
        Map<String, List<String>> nothing = new LinkedHashMap<>();
        ExpectedDeliveries.acknowledging(installation.counterparties())
                .forEach(each -> nothing.put(each.name(), late.acknowledgingNothing(each.name())));
        return new Found(late.late(null), nothing);
    }

    /** A probe is answered soon, whatever the database does; at once, when it is known to be away. */
    @Override
    public Health health() {
        Optional<Found> known = answer(found);
        return Health.up()
                .withDetail("late", known.<Object>map(Found::late).orElse(UNKNOWN))
                .withDetail(
                        "acknowledgingNothing",
                        known.<Object>map(Found::acknowledgingNothing).orElse(UNKNOWN))
                .withDetail("holidaysKnownUntil", installation.calendar().knownUntil())
                .build();
    }

    private Optional<Found> answer(BoundedAnswer<Found> question) {
        return ledger.isAway(LedgerLink.Sign.READ) ? Optional.empty() : question.ask();
    }

    /**
     * One gauge for each interchange on which something is expected: {@code gateway_late_deliveries}; and one where
     * deliveries are acknowledged, {@code gateway_acknowledgements_of_nothing}. No number while the database does not
     * answer.
     */
    @Override
    public void bindTo(MeterRegistry metrics) {
        for (Interchange interchange : ExpectedDeliveries.among(installation.counterparties())) {
            String name = interchange.name();
            Gauge.builder("gateway.late.deliveries", this, health -> health.count(each -> each.late(name)))
                    .description("How often something that was due is late or short")
                    .tag("interchange", name)
                    .register(metrics);
        }
        for (Interchange interchange : ExpectedDeliveries.acknowledging(installation.counterparties())) {
            String name = interchange.name();
            Gauge.builder(
                            "gateway.acknowledgements.of.nothing",
                            this,
                            health -> health.count(each -> each.nothing(name)))
                    .description("How many acknowledgements came for which nothing was sent")
                    .tag("interchange", name)
                    .register(metrics);
        }
    }

    private double count(ToDoubleFunction<Found> number) {
        return answer(counted).map(number::applyAsDouble).orElse(Double.NaN);
    }
}
