package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import jp.kenpo.gateway.testing.LogLines;
import jp.kenpo.gateway.testing.SteppedClock;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private final SteppedClock clock = new SteppedClock("2026-04-28T09:00");
    private final Circuit circuit = new Circuit(
            "payer-fund", 3, new Backoff(Duration.ofMinutes(2), Duration.ofMinutes(30), new Random(1)), clock);

    @Test
    void staysClosedUntilTheThreshold() {
        fail(2);
        assertThat(circuit.ask()).isEmpty();
        assertThat(circuit.succeeded()).isFalse();
        fail(2);
        assertThat(circuit.ask()).isEmpty();
    }

    @Test
    void opensAndLetsOneProbeGoWhenItsPauseIsOver() {
        fail(3);
        Instant next = circuit.ask().orElseThrow();
        assertThat(next).isBetween(SteppedClock.at("2026-04-28T09:01"), SteppedClock.at("2026-04-28T09:02"));

        clock.set("2026-04-28T09:02");
        assertThat(circuit.ask()).isEmpty();
        assertThat(circuit.ask()).isPresent();
    }

    @Test
    void aFailedProbeMakesThePauseLonger() {
        fail(3);
        clock.set("2026-04-28T09:02");
        circuit.ask();
        circuit.failed();
        circuit.over();

        assertThat(circuit.ask().orElseThrow())
                .isBetween(SteppedClock.at("2026-04-28T09:04"), SteppedClock.at("2026-04-28T09:06"));
    }

    @Test
    void aProbeThatNeverReachedTheConnectionLetsTheNextGo() {
        fail(3);
        clock.set("2026-04-28T09:02");
        circuit.ask();
        circuit.over();

        assertThat(circuit.ask()).isEmpty();
    }

    @Test
    void aSuccessfulProbeClosesItForAll() {
        fail(3);
        clock.set("2026-04-28T09:02");
        circuit.ask();

        assertThat(circuit.succeeded()).isTrue();
        circuit.over();
        assertThat(circuit.openSince()).isEmpty();
        assertThat(circuit.ask()).isEmpty();
        assertThat(circuit.ask()).isEmpty();
    }

    @Test
    void saysInPlainWordsHowLongTheConnectionFailed() {
        try (LogLines log = LogLines.of(Circuit.class)) {
            fail(3);
            clock.set("2026-04-29T00:57");
            circuit.succeeded();

            assertThat(log.lines()).contains("The connection to payer-fund works again after 15 h 57 min");
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.ask();
            circuit.failed();
            circuit.over();
        }
    }
}
