package jp.kenpo.gateway.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.Supplier;
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

    private final LateListing late;
    private final Installation installation;
    private final LedgerLink ledger;

    LateHealth(Installation installation, LedgerLink ledger) {
        this.ledger = ledger;
        this.installation = installation;
        this.late = new LateListing(installation);
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("late", orUnknown(() -> late.late(null)))
                .withDetail("acknowledgingNothing", orUnknown(this::acknowledgingNothing))
                .withDetail("holidaysKnownUntil", installation.calendar().knownUntil())
                .build();
    }

    /** A probe is answered whatever the database does; soon, once it is known to be away. */
    private Object orUnknown(Supplier<?> asked) {
        if (ledger.isAway(LedgerLink.Sign.READ)) {
            return UNKNOWN;
        }
        try {
            return asked.get();
        } catch (RuntimeException away) {
            return UNKNOWN;
        }
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
