package jp.kenpo.gateway.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.schedule.ExpectedDeliveries;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells probes and metrics what is late. The gateway itself is well then: it is a detail of readiness, and no reason to
 * take it out of service.
 */
@Component("lateDeliveries")
final class LateHealth implements HealthIndicator, MeterBinder {

    private final LateListing late;
    private final Installation installation;

    LateHealth(Installation installation) {
        this.installation = installation;
        this.late = new LateListing(installation);
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("late", late.late(null))
                .withDetail("holidaysKnownUntil", installation.calendar().knownUntil())
                .build();
    }

    /** One gauge for each interchange on which something is expected: {@code gateway_late_deliveries}. */
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
    }
}
