package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import jp.kenpo.gateway.delivery.Delivery;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.testing.OnlyTidied;
import jp.kenpo.gateway.testing.SteppedClock;
import jp.kenpo.gateway.watch.Backoff;
import jp.kenpo.gateway.watch.Circuit;
import jp.kenpo.gateway.watch.Circuits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tidying up at a counterparty goes by its connection, as deliveries do. */
class TidyingTest {

    private static final String REQUEST = "payer-fund.re-examination-request";

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock("2026-04-28T09:00");
    private final Circuit circuit = new Circuit(
            "payer-fund", 2, new Backoff(Duration.ofMinutes(2), Duration.ofMinutes(30), new Random(1)), clock);
    private Installation installation;
    private Turns turns;
    private Delivery delivery;
    private boolean away;
    private boolean hasLeftovers = true;
    private int asked;

    @BeforeEach
    void open() {
        var trial = new TrialInstallation(folder);
        installation = trial.running(clock);
        var ledger = installation.ledger();
        turns = new Turns(
                installation.counterparties(),
                new Circuits(Map.of("payer-fund", circuit)),
                new Retries(installation.counterparties(), trial.settings(), ledger, new Random(1)),
                ledger);
        delivery = new Delivery(
                installation.counterparties().interchange(REQUEST).orElseThrow(),
                new OnlyTidied(this::tidy),
                installation.payloads(),
                ledger,
                new Conservation(ledger, name -> "ticket." + name));
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void asksAServerThatIsAwayEverMoreSeldomAndLetsDeliveriesGoWhenItIsBack() throws IOException {
        away = true;
        for (int look = 0; look < 10; look++) {
            catchThrowable(() -> turns.tidy(delivery::tidy, "payer-fund"));
        }
        assertThat(asked).isEqualTo(2);
        assertThat(circuit.openSince()).isPresent();

        away = false;
        clock.pass(Duration.ofMinutes(31));
        turns.tidy(delivery::tidy, "payer-fund");

        assertThat(asked).isEqualTo(3);
        assertThat(circuit.openSince()).isEmpty();
    }

    @Test
    void saysNothingOfAServerThatItNeedNotAsk() throws IOException {
        hasLeftovers = false;
        circuit.failed();
        circuit.failed();
        clock.pass(Duration.ofMinutes(31));

        turns.tidy(delivery::tidy, "payer-fund");

        assertThat(circuit.openSince()).isPresent();
        assertThat(circuit.ask()).as("a delivery may probe").isEmpty();
    }

    /** A person rejected it while it was put: what it left at the server, which answered, is looked for soon. */
    @Test
    void tellsOfAServerThatIsBackWhenTheProbeWasRejected() throws IOException {
        circuit.failed();
        circuit.failed();
        clock.pass(Duration.ofMinutes(31));
        assertThat(circuit.ask()).as("the probe may go").isEmpty();
        assertThat(circuit.ask()).as("another waits for it").isPresent();
        turns.over(REQUEST);

        turns.tidy(delivery::tidy, "payer-fund");

        assertThat(asked).isOne();
        assertThat(circuit.openSince()).isEmpty();
    }

    private boolean tidy(Predicate<String> unwanted) throws IOException {
        asked++;
        if (away) {
            throw new ConnectException();
        }
        return hasLeftovers;
    }
}
