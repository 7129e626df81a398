package jp.kenpo.gateway.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.watch.BrokerLink;
import jp.kenpo.gateway.watch.Circuit;
import jp.kenpo.gateway.watch.Circuits;
import jp.kenpo.gateway.watch.Heartbeat;
import jp.kenpo.gateway.watch.LedgerLink;
import jp.kenpo.gateway.watch.Pollers;
import jp.kenpo.gateway.watch.Pressure;
import jp.kenpo.gateway.watch.RefusedQueues;
import jp.kenpo.gateway.watch.Stoppages;
import jp.kenpo.gateway.watch.UnreadQueues;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells probes and metrics what would otherwise stop silently: pollers, connections, space, waiting tickets. A
 * counterparty that is away and a pause of intake are details, and so are database and broker: what is away may be so
 * for other machines too. A poller that fell silent takes the gateway out of service, for only a restart helps.
 */
@Component("arrivals")
final class WatchHealth implements HealthIndicator, MeterBinder {

    private final Pollers pollers;
    private final Circuits circuits;
    private final Pressure pressure;
    private final BrokerLink broker;
    private final LedgerLink ledger;
    private final Stoppages stoppages;
    private final UnreadQueues unread;
    private final RefusedQueues refused;

    WatchHealth(
            Pollers pollers,
            Circuits circuits,
            Pressure pressure,
            BrokerLink broker,
            LedgerLink ledger,
            Stoppages stoppages,
            UnreadQueues unread,
            RefusedQueues refused) {
        this.unread = unread;
        this.refused = refused;
        this.ledger = ledger;
        this.pollers = pollers;
        this.circuits = circuits;
        this.pressure = pressure;
        this.broker = broker;
        this.stoppages = stoppages;
    }

    /** A poller that fails or fell silent. */
    record Ailing(
            String interchange,
            boolean silent,
            long failures,
            @Nullable OffsetDateTime failingSince,
            @Nullable OffsetDateTime lastPoll,
            @Nullable OffsetDateTime lastSuccess,
            @Nullable String lastError) {

        static Ailing of(Heartbeat heartbeat) {
            return new Ailing(
                    heartbeat.interchange(),
                    heartbeat.silent(),
                    heartbeat.failures(),
                    time(heartbeat.failingSince()),
                    time(heartbeat.lastPoll()),
                    time(heartbeat.lastSuccess()),
                    heartbeat.lastError());
        }

        private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
            return instant == null ? null : Labels.inTokyo(instant);
        }
    }

    /** An interchange that stands still because the records of a transfer do not add up. */
    record Still(String interchange, String transfer, OffsetDateTime since) {

        static Still of(Stoppages.Stopped stopped) {
            return new Still(stopped.interchange(), stopped.transfer(), Labels.inTokyo(stopped.since()));
        }
    }

    /** A queue that nobody reads. */
    record Unread(String queue, OffsetDateTime since) {

        static Unread of(UnreadQueues.Unread found) {
            return new Unread(found.queue(), Labels.inTokyo(found.since()));
        }
    }

    @Override
    public Health health() {
        List<Heartbeat> all = pollers.heartbeats();
        boolean silent = all.stream().anyMatch(Heartbeat::silent);
        Map<String, OffsetDateTime> open = new LinkedHashMap<>();
        circuits.open().forEach((counterparty, circuit) -> circuit.openSince()
                .ifPresent(since -> open.put(counterparty, Labels.inTokyo(since))));
        return (silent ? Health.down() : Health.up())
                .withDetail(
                        "failing",
                        all.stream()
                                .filter(each -> each.silent() || each.failures() > 0)
                                .map(Ailing::of)
                                .toList())
                .withDetail("connectionsOpenSince", open)
                .withDetail("brokerAway", away(broker.awaySince(), broker.lastError()))
                .withDetail("ledgerAway", away(ledger.awaySince(), ledger.lastError()))
                .withDetail(
                        "standingStill", stoppages.all().stream().map(Still::of).toList())
                .withDetail(
                        "unreadQueues", unread.all().stream().map(Unread::of).toList())
                .withDetail("queuesNotLookedAt", unread.notLookedAt())
                .withDetail("queuesNotRead", refused.all())
                .withDetail("intakePausesFor", pressure.reasons())
                .withDetail("freeBytes", pressure.free())
                .withDetail("waitingTickets", pressure.waiting())
                .build();
    }

    private static Map<String, Object> away(Optional<Instant> since, Optional<String> lastError) {
        Map<String, Object> away = new LinkedHashMap<>();
        since.ifPresent(begin -> away.put("since", Labels.inTokyo(begin)));
        lastError.ifPresent(error -> away.put("lastError", error));
        return away;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Set<String> counterparties = new TreeSet<>();
        pollers.heartbeats().forEach(each -> counterparties.add(each.counterparty()));
        counterparties.addAll(circuits.all().keySet());
        counterparties.forEach(each -> bind(metrics, each));
        Gauge.builder("gateway.intake.pausing", pressure, each -> each.pausing() ? 1 : 0)
                .description("1 while nothing is taken in, for lack of space or for too many waiting tickets")
                .register(metrics);
        Gauge.builder("gateway.broker.away", broker, each -> each.awaySince().isPresent() ? 1 : 0)
                .description("1 while the broker does not answer and everything waits")
                .register(metrics);
        Gauge.builder("gateway.ledger.away", ledger, each -> each.awaySince().isPresent() ? 1 : 0)
                .description("1 while the ledger's database does not answer or takes no entries")
                .register(metrics);
        Gauge.builder("gateway.interchanges.stopped", stoppages, each -> each.all()
                        .size())
                .description("Transfers whose records do not add up; the interchange of each stands still")
                .register(metrics);
        Gauge.builder("gateway.queues.unread", unread, each -> each.all().size())
                .description("Queues of the core system on which messages lie longer than they may")
                .register(metrics);
        Gauge.builder("gateway.queues.not.looked.at", unread, each -> each.notLookedAt()
                        .size())
                .description("Queues of the core system of which nobody knows whether they are read")
                .register(metrics);
        Gauge.builder("gateway.queues.not.read", refused, each -> each.all().size())
                .description("Queues that the gateway may not read; what is on them waits")
                .register(metrics);
        Gauge.builder("gateway.data.free", pressure, Pressure::free)
                .description("Bytes that are free for the data folder")
                .baseUnit("bytes")
                .register(metrics);
        Gauge.builder("gateway.tickets.waiting", pressure, Pressure::waiting)
                .description("Tickets that wait to be worked on")
                .register(metrics);
    }

    private void bind(MeterRegistry metrics, String counterparty) {
        FunctionCounter.builder("gateway.poll.outages", pollers, each -> each.outages(counterparty))
                .description("How often looking for its files began to fail")
                .tag("counterparty", counterparty)
                .register(metrics);
        Gauge.builder("gateway.pollers.failing", pollers, each -> each.heartbeats().stream()
                        .filter(one -> one.counterparty().equals(counterparty))
                        .filter(one -> one.failures() > 0 || one.silent())
                        .count())
                .description("How many of its interchanges can't be polled now")
                .tag("counterparty", counterparty)
                .register(metrics);
        circuits.of(counterparty)
                .ifPresent(circuit -> Gauge.builder("gateway.connection.open", circuit, WatchHealth::openness)
                        .description("1 while deliveries to it wait until a probe succeeds")
                        .tag("counterparty", counterparty)
                        .register(metrics));
    }

    private static double openness(Circuit circuit) {
        return circuit.openSince().isPresent() ? 1 : 0;
    }
}
