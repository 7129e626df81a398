package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.kenpo.gateway.watch.BrokerLink;
import jp.kenpo.gateway.watch.Circuits;
import jp.kenpo.gateway.watch.LedgerLink;
import jp.kenpo.gateway.watch.Pollers;
import jp.kenpo.gateway.watch.Pressure;
import jp.kenpo.gateway.watch.QueueLooks;
import jp.kenpo.gateway.watch.RefusedQueues;
import jp.kenpo.gateway.watch.Stoppages;
import jp.kenpo.gateway.watch.UnreadQueues;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class WatchHealthTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final LedgerLink ledger = new LedgerLink(CLOCK, System::nanoTime);
    private final RefusedQueues refused = new RefusedQueues();

    @Test
    void countsTheQueuesThatCouldNotBeLookedAt() throws Exception {
        UnreadQueues unread = new UnreadQueues(List.of("core.receipts", "core.results"), Closed::new, since -> true);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        health(unread).bindTo(metrics);
        assertThat(notLookedAt(metrics)).isZero();

        QueueLooks.at(unread, 3);

        assertThat(notLookedAt(metrics)).isEqualTo(2);
        assertThat(health(unread).health().getDetails())
                .containsEntry("queuesNotLookedAt", List.of("core.receipts", "core.results"));
    }

    @Test
    void staysInServiceWhileTheLedgersDatabaseIsAway() {
        WatchHealth health = health(new UnreadQueues(List.of(), Closed::new, since -> true));

        ledger.ended(LedgerLink.Sign.WRITTEN, new IllegalStateException());

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails().get("ledgerAway"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("lastError", "IllegalStateException");
    }

    /** One that fails once or twice lost its connection. */
    @Test
    void countsTheQueuesThatCantBeReadTimeAndAgain() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        WatchHealth health = health(new UnreadQueues(List.of(), Closed::new, since -> true));
        health.bindTo(metrics);
        for (int times = 1; times <= 3; times++) {
            refused.failed("ticket.results", "JMSSecurityException");
        }
        refused.failed("ticket.receipts", "IllegalStateException");

        assertThat(health.health().getDetails()).containsEntry("queuesNotRead", List.of("ticket.results"));
        assertThat(metrics.get("gateway.queues.not.read").gauge().value()).isEqualTo(1);

        refused.asked("ticket.results");
        assertThat(health.health().getDetails()).containsEntry("queuesNotRead", List.of());
    }

    private static double notLookedAt(SimpleMeterRegistry metrics) {
        return metrics.get("gateway.queues.not.looked.at").gauge().value();
    }

    private WatchHealth health(UnreadQueues unread) {
        return new WatchHealth(
                new Pollers(CLOCK, System::nanoTime, new Random(1)),
                new Circuits(Map.of()),
                new Pressure(() -> 1, () -> 0, 1, 1),
                new BrokerLink(CLOCK, System::nanoTime),
                ledger,
                new Stoppages(List::of),
                unread,
                refused);
    }

    /** A broker that lets nobody look. */
    private record Closed() implements UnreadQueues.Look {

        @Override
        public Optional<Instant> oldest(String queue) {
            throw new IllegalStateException("may not browse");
        }

        @Override
        public void close() {}
    }
}
