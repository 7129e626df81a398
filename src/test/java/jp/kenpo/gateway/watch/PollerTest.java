package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import jp.kenpo.gateway.testing.LogLines;
import jp.kenpo.gateway.testing.SteppedClock;
import org.junit.jupiter.api.Test;

class PollerTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final SteppedClock clock = new SteppedClock("2026-04-28T09:00");
    private final Pollers pollers = new Pollers(clock, nanos::get, new Random(1));
    private final Poller poller =
            pollers.add("payer-fund.receipts", "payer-fund", Duration.ofSeconds(1), Duration.ofMinutes(5));

    @Test
    void waitsEverLongerWhileItFailsAndNotAtAllAfterASuccess() {
        int turns = 0;
        for (int second = 0; second < 3600; second++) {
            pass(Duration.ofSeconds(1));
            if (poller.begin()) {
                turns++;
                poller.failed("SocketException");
            }
        }
        // an hour of pauses of 1, 2, 4 … 300 seconds, a quarter less by chance
        assertThat(turns).isBetween(18, 32);
        pass(Duration.ofMinutes(5));
        assertThat(poller.begin()).isTrue();
        poller.ended();
        assertThat(poller.begin()).isTrue();
    }

    @Test
    void countsAnOutageOnceAndTellsSinceWhen() {
        poller.begin();
        poller.failed("SocketException");
        clock.set("2026-04-28T10:00");
        pass(Duration.ofMinutes(10));
        poller.begin();
        poller.failed("JSchException");

        Heartbeat failing = poller.heartbeat();
        assertThat(failing.failures()).isEqualTo(2);
        assertThat(failing.failingSince()).isEqualTo(SteppedClock.at("2026-04-28T09:00"));
        assertThat(failing.lastError()).isEqualTo("JSchException");
        assertThat(pollers.outages("payer-fund")).isEqualTo(1);

        pass(Duration.ofMinutes(10));
        poller.begin();
        poller.ended();
        assertThat(poller.heartbeat().failingSince()).isNull();
        assertThat(poller.heartbeat().lastSuccess()).isEqualTo(SteppedClock.at("2026-04-28T10:00"));
    }

    @Test
    void saysInPlainWordsHowLongItFailed() {
        try (LogLines log = LogLines.of(Poller.class)) {
            poller.begin();
            poller.failed("SocketException");
            clock.set("2026-04-28T09:03");
            poller.ended();

            assertThat(log.lines()).contains("payer-fund.receipts can be polled again after 3 min 0 s and 1 failure");
        }
    }

    @Test
    void aFileThatCannotBeTakenMakesTheWholeLookAFailure() {
        poller.begin();
        poller.troubled("GenericFileOperationFailedException");
        poller.ended();

        assertThat(poller.heartbeat().failures()).isEqualTo(1);
        assertThat(poller.begin()).isFalse();
    }

    @Test
    void isSilentWhenItHadNoTurnForLong() {
        poller.begin();
        poller.ended();
        pass(Duration.ofMinutes(2));
        assertThat(poller.heartbeat().silent()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(poller.heartbeat().silent()).isTrue();

        poller.begin();
        assertThat(poller.heartbeat().silent()).isFalse();
    }

    @Test
    void isNotSilentWhileItTakesALargeFileNorWhileItPauses() {
        poller.begin();
        poller.taking();
        pass(Duration.ofMinutes(59));
        assertThat(poller.heartbeat().silent()).isFalse();
        poller.taken();
        poller.failed("SocketException");
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(100));
            poller.begin();
        }
        assertThat(poller.heartbeat().silent()).isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
