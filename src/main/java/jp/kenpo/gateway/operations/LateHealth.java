package jp.kenpo.gateway.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private final LateListing late;
    private final Installation installation;
    private final LedgerLink ledger;
    private final BoundedAnswer<Found> found = new BoundedAnswer<>(this::find, LONGEST);

    LateHealth(Installation installation, LedgerLink ledger) {
        this.ledger = ledger;
        this.installation = installation;
        this.late = new LateListing(installation);
    }

    private record Found(List<LateView> late, List<String> acknowledgingNothing) {}

    private Found find() {
        return new Found(late.late(null), acknowledgingNothing());
    }

    /** A probe is answered soon, whatever the database does; at once, when it is known to be away. */
    @Override
    public Health health() {
        Optional<Found> known = ledger.isAway(LedgerLink.Sign.READ) ? Optional.empty() : found.ask();
        return Health.up()
                .withDetail("late", known.<Object>map(Found::late).orElse(UNKNOWN))
                .withDetail(
                        "acknowledgingNothing",
                        known.<Object>map(Found::acknowledgingNothing).orElse(UNKNOWN))
                .withDetail("holidaysKnownUntil", installation.calendar().knownUntil())
                .build();
    }

    private List<String> acknowledgingNothing() {
        return ExpectedDeliveries.acknowledging(installation.counterparties()).stream()
                .flatMap(each -> late.acknowledgingNothing(each.name()).stream())
                .toList();
    }

    /**
     * One gauge for each interchange on which something is expected: {@code gateway_late_deliveries}; and one where
     * deliveries are acknowledged, {@code gateway_acknowledgements_of_nothing}.
     */
    @Override
    public void bindTo(MeterRegistry metrics) {
        for (Interchange interchange : ExpectedDeliveries.among(installation.counterparties())) {
            String name = interchange.name();
            Gauge.builder("gateway.late.deliveries", late, listing -> listing.late(name)
                            .size())
                    .description("How often something that was due is late or short")
                    .tag("interchange", name)
                    .register(metrics);
        }
        for (Interchange interchange : ExpectedDeliveries.acknowledging(installation.counterparties())) {
            String name = interchange.name();
            Gauge.builder("gateway.acknowledgements.of.nothing", late, listing -> listing.acknowledgingNothing(name)
                            .size())
                    .description("How many acknowledgements came for which nothing was sent")
                    .tag("interchange", name)
                    .register(metrics);
        }
    }
}
