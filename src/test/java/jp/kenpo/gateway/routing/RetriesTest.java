package jp.kenpo.gateway.routing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.ledger.Attempt;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.testing.SteppedClock;
import jp.kenpo.gateway.watch.Backoff;
import jp.kenpo.gateway.watch.Circuit;
import jp.kenpo.gateway.watch.Circuits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a transfer whose step fails, and whose turn it is. */
class RetriesTest {

    /** To a counterparty that has a server of its own. */
    private static final String ROUTE = "payer-fund.re-examination-request";

    private static final IOException WORLD = new IOException("cable");
    private static final Duration DEADLINE = Duration.ofDays(3);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock("2026-04-28T09:00");
    private Installation installation;
    private Ledger ledger;
    private Retries retries;
    private Turns turns;
    private Circuit circuit;
    private TransferId id;

    @BeforeEach
    void open() {
        var trial = new TrialInstallation(folder);
        id = new TransferId(trial.moved("A.CSV").out());
        installation = trial.running(clock);
        ledger = installation.ledger();
        retries = new Retries(installation.counterparties(), trial.settings(), ledger, new Random(1));
        circuit = new Circuit(
                "payer-fund", 2, new Backoff(Duration.ofMinutes(2), Duration.ofMinutes(30), new Random(1)), clock);
        turns = new Turns(installation.counterparties(), new Circuits(Map.of("payer-fund", circuit)), retries, ledger);
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void triesWhatIsWrongWithTheWorldEverMoreSeldomUntilTheDeadlineAndThenLeavesItToAPerson() {
        Instant begun = clock.instant();
        List<Duration> pauses = new ArrayList<>();
        retries.failed(id, ROUTE, WORLD);
        while (attempt().next() != null) {
            assertThat(retries.isPlanned(id)).isTrue();
            Duration pause = Duration.between(clock.instant(), attempt().next());
            pauses.add(pause);
            clock.pass(pause);
            retries.failed(id, ROUTE, WORLD);
        }

        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(pauses.get(5)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(32));
        assertThat(pauses).allMatch(pause -> pause.compareTo(LONGEST) <= 0);
        assertThat(Duration.between(begun, clock.instant())).isBetween(DEADLINE.minus(LONGEST), DEADLINE);
        assertThat(transfer().state()).isEqualTo(TransferState.HELD);
        assertThat(transfer().lastError()).isEqualTo("IOException (connection or disk)");
        assertThat(last(EntryKind.HELD).details())
                .containsEntry("attempts", pauses.size() + 1)
                .containsEntry("since", begun.toString());
        assertThat(ledger.verify().fault()).isNull();
    }

    @Test
    void neverTriesAgainWhatIsWrongWithTheTransferItself() {
        retries.failed(id, ROUTE, new ProvisionRefusedException(ROUTE + ": has no grant"));

        assertThat(attempt().next()).isNull();
        assertThat(transfer().state()).isEqualTo(TransferState.HELD);
        assertThat(transfer().lastError()).isEqualTo(ROUTE + ": has no grant");
    }

    @Test
    void triesTenTimesWhatCanBeEither() {
        for (int failures = 1; failures < 10; failures++) {
            retries.failed(id, ROUTE, new IllegalStateException());
            assertThat(transfer().state()).isEqualTo(TransferState.ANNOUNCED);
        }

        retries.failed(id, ROUTE, new IllegalStateException());

        assertThat(transfer().state()).isEqualTo(TransferState.HELD);
    }

    @Test
    void entersAFailureOfWhatEndedMeanwhileAndLeavesItsStateAlone() {
        ledger.write(write -> write.move(
                id, Set.of(TransferState.ANNOUNCED), TransferState.REFUSED, EntryKind.REFUSED, Map.of("reason", "x")));

        retries.failed(id, ROUTE, WORLD);

        assertThat(transfer().state()).isEqualTo(TransferState.REFUSED);
        assertThat(ledger.attempts(Set.of(id))).isEmpty();
        assertThat(retries.isPlanned(id)).isTrue();
    }

    @Test
    void hasWhatWaitsForItsConnectionTriedWhenTheProbeIsDueAndAtOnceWhenItWorksAgain() {
        circuit.failed();
        circuit.failed();
        Instant probe = circuit.nextProbe().orElseThrow();

        assertThat(turns.begin(id, ROUTE)).isFalse();

        assertThat(attempt()).isEqualTo(new Attempt(id, "ticket." + ROUTE, 0, clock.instant(), probe));
        assertThat(transfer().lastError()).startsWith("the connection to the counterparty fails");
        assertThat(ledger.anyAttemptDue(clock.instant())).isFalse();
        clock.pass(Duration.between(clock.instant(), probe));
        assertThat(turns.begin(id, ROUTE)).isTrue();
    }

    @Test
    void holdsWhatWaitedForItsConnectionUntilTheDeadline() {
        circuit.failed();
        circuit.failed();
        turns.begin(id, ROUTE);
        clock.pass(DEADLINE);
        circuit.failed();

        assertThat(turns.begin(id, ROUTE)).isFalse();

        assertThat(transfer().state()).isEqualTo(TransferState.HELD);
        assertThat(turns.begin(id, ROUTE)).isFalse();
        assertThat(transfer().state()).isEqualTo(TransferState.HELD);
    }

    @Test
    void beginsTheDeadlineAnewAfterWaitingForAPerson() {
        retries.await(id, ROUTE, "records do not add up");
        clock.pass(DEADLINE.plusDays(1));
        retries.await(id, ROUTE, "records do not add up");
        clock.pass(Duration.ofMinutes(1));

        retries.failed(id, ROUTE, WORLD);

        assertThat(transfer().state()).isEqualTo(TransferState.ANNOUNCED);
        assertThat(attempt().next()).isNotNull();
    }

    @Test
    void tellsAServerThatSaysNoFromOneThatCannotBeReached() {
        for (int i = 0; i < 2; i++) {
            retries.failed(id, ROUTE, new NotDeliveredException("another file of 6 bytes has the name A.CSV"));
        }

        assertThat(circuit.openSince()).isEmpty();
        assertThat(transfer().lastError()).isEqualTo("another file of 6 bytes has the name A.CSV");
        assertThat(attempt().failures()).isEqualTo(2);
    }

    @Test
    void whatWasRejectedInThisMomentWaitsForNothingMore() {
        TransferState before = transfer().state();
        ledger.write(write ->
                write.move(id, Set.of(before), TransferState.HELD, EntryKind.HELD, Map.of("error", "it went wrong")));
        ledger.write(write -> write.move(
                id, Set.of(TransferState.HELD), TransferState.REJECTED, EntryKind.REJECTED, Map.of("from", "held")));

        retries.postpone(id, ROUTE, clock.instant().plus(Duration.ofMinutes(3)), "waits until it works");
        retries.await(id, ROUTE, "stands still");

        assertThat(transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(transfer().lastError()).isNull();
        assertThat(ledger.attempts(Set.of(id))).isEmpty();
    }

    private Attempt attempt() {
        return requireNonNull(ledger.attempts(Set.of(id)).get(id));
    }

    private Transfer transfer() {
        return ledger.find(id).orElseThrow();
    }

    private Entry last(EntryKind kind) {
        return ledger.entriesOf(id).stream()
                .filter(entry -> entry.kind() == kind)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
