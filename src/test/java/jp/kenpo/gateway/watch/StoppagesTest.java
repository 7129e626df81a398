package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.testing.LogLines;
import jp.kenpo.gateway.watch.Stoppages.Stopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands still is said once when it begins and once when it ends. */
class StoppagesTest {

    private static final Stopped ONE = new Stopped("a.receipts", "01A", Instant.EPOCH);
    private static final Stopped TWO = new Stopped("a.receipts", "01B", Instant.EPOCH);

    private final List<Stopped> found = new ArrayList<>();
    private final Stoppages stoppages = new Stoppages(() -> found);
    private final LogLines log = LogLines.of(Stoppages.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void saysOnceThatAnInterchangeStandsStillAndOnceThatItGoesOn() {
        found.add(ONE);
        stoppages.look();
        stoppages.look();
        found.add(TWO);
        stoppages.look();
        assertThat(stoppages.has("a.receipts")).isTrue();
        assertThat(stoppages.has("b.receipts")).isFalse();

        found.remove(ONE);
        stoppages.look();
        assertThat(stoppages.has("a.receipts")).as("one of two is left").isTrue();

        found.clear();
        stoppages.look();
        stoppages.look();
        assertThat(stoppages.has("a.receipts")).isFalse();
        assertThat(log.levels()).containsExactly(Level.ERROR, Level.ERROR, Level.INFO);
        assertThat(log.lines())
                .containsExactly(
                        "a.receipts stands still: the records of transfer 01A do not add up. Look at it with show, then"
                                + " release or reject it",
                        "a.receipts stands still: the records of transfer 01B do not add up. Look at it with show, then"
                                + " release or reject it",
                        "a.receipts goes on");
    }
}
