package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.ledger.Attempt;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.QuarantineDesk;
import jp.kenpo.gateway.operations.TotalListing;
import jp.kenpo.gateway.operations.TotalView;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.preparation.TrialWay;
import jp.kenpo.gateway.quarantine.Person;
import jp.kenpo.gateway.schedule.Batches;
import jp.kenpo.gateway.watch.Circuits;
import jp.kenpo.gateway.watch.LedgerLink;
import jp.kenpo.gateway.watch.Stoppages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that is lost on the way: its transfer is held, its interchange stands still, and a person lets it go on. */
class StandstillTest {

    private static final String RESULTS = "taisho-audit.receipt-check-result";
    private static final String COPY = "core-system.receipt-check-result";
    private static final String TWO_ROWS =
            "検索番号,理由コード,備考\r\n20260600000000000001,100043,\r\n20260600000000000002,100043,\r\n";
    private static final String ANOTHER = "検索番号,理由コード,備考\r\n20260600000000000003,100043,\r\n";
    private static final Person SASAKI = new Person("sasaki", "件数を確認したため");

    @TempDir
    private Path folder;

    private TrialWay way;

    @BeforeEach
    void open() throws IOException {
        way = new TrialWay(folder, Map.of());
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void letsGoWhatAddsUp() throws IOException {
        TransferId copy = granted(copyOf(TWO_ROWS));
        way.minimised(copy);

        assertThat(conservation().holds(way.transfer(copy))).isTrue();
        assertThat(way.entry(copy, EntryKind.MINIMISED))
                .containsEntry("records", 2)
                .containsEntry("counted", 2);
        assertThat(ledger().stoppages()).isEmpty();
    }

    @Test
    void holdsAFileThatLostARowAndLetsTheNextOfItsInterchangeWait() throws IOException {
        TransferId lost = lost();

        assertThat(way.transfer(lost).state()).isEqualTo(TransferState.HELD);
        assertThat(way.transfer(lost).lastError())
                .isEqualTo("not-conserved: 2 records came, but 1 leave, 0 are left out and 0 held back");
        TransferId next = copyOf(ANOTHER);
        assertThat(turns().begin(next, COPY)).isFalse();
        assertThat(way.transfer(next).state()).isEqualTo(TransferState.ANNOUNCED);
        assertThat(way.transfer(next).lastError())
                .isEqualTo("the interchange stands still: the records of transfer " + lost.value()
                        + " do not add up; waits until a person has released or rejected that one");
        assertThat(attempt(next).next()).isAfter(TrialInstallation.NOW);
        assertThat(turns().begin(inbound(ANOTHER.replace("0003", "0004")), RESULTS))
                .as("others go on")
                .isTrue();
    }

    @Test
    void standsStillAfterARestartUntilAPersonHasMovedIt() throws IOException {
        TransferId lost = lost();
        TransferId next = copyOf(ANOTHER);
        turns().begin(next, COPY);

        try (Installation again =
                new TrialInstallation(folder.resolve("var"), folder.resolve("config")).besideRunning()) {
            assertThat(again.ledger().isStopped(COPY)).isTrue();
        }
        var desk = new QuarantineDesk(way.installation(), true);
        desk.handle(lost, desk.release(SASAKI));

        assertThat(ledger().stoppages()).isEmpty();
        assertThat(way.transfer(lost).state()).isEqualTo(TransferState.ANNOUNCED);
        assertThat(attempt(next).next()).as("what waited is due at once").isEqualTo(TrialInstallation.NOW);
        assertThat(turns().begin(next, COPY)).isTrue();
    }

    @Test
    void aTicketThatIsLeftOfARejectedTransferHasNoTurn() throws IOException {
        TransferId lost = lost();
        var desk = new QuarantineDesk(way.installation(), true);

        desk.handle(lost, desk.reject(SASAKI));

        assertThat(turns().begin(lost, COPY)).isFalse();
        assertThat(way.transfer(lost).state()).isEqualTo(TransferState.REJECTED);
    }

    @Test
    void acceptsNothingWhoseNumberOfRecordsIsNotThatOfItsCheck() throws Exception {
        TransferId in = granted(inbound(TWO_ROWS));
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("var/ledger/ledger.db"));
                var change = database.prepareStatement("update transfer set records = 1 where id = ?")) {
            change.setString(1, in.value());
            change.executeUpdate();
        }

        acceptance().accept(in);

        assertThat(way.transfer(in).state()).isEqualTo(TransferState.HELD);
        assertThat(ledger().childrenOf(in)).isEmpty();
        assertThat(ledger().isStopped(RESULTS)).isTrue();
        Stoppages stoppages =
                new WatchConfiguration().stoppages(ledger(), new LedgerLink(Clock.systemUTC(), System::nanoTime));
        stoppages.look();
        assertThat(stoppages.has(RESULTS)).isTrue();
        assertThat(stoppages.has(COPY)).isFalse();
    }

    @Test
    void theTotalsNameWhatDoesNotAddUp() throws IOException {
        TransferId lost = lost();

        TotalView total = new TotalListing(ledger())
                .between(TrialInstallation.NOW.minusSeconds(60), TrialInstallation.NOW.plusSeconds(60)).stream()
                        .filter(each -> each.interchange().equals(COPY))
                        .findFirst()
                        .orElseThrow();

        assertThat(total.conserved()).isFalse();
        assertThat(total.unaccounted()).isEqualTo(1);
        assertThat(total.differing()).containsExactly(lost.value());
    }

    /** A projection that loses a row and says so, as a broken one would. */
    private TransferId lost() throws IOException {
        TransferId copy = granted(copyOf(TWO_ROWS));
        way.minimised(copy);
        ledger().write(write -> write.move(
                copy,
                Set.of(TransferState.MINIMISED),
                TransferState.MINIMISED,
                EntryKind.MINIMISED,
                Map.of("records", 1, "leftOut", 0, "held", 0)));
        assertThat(conservation().holds(way.transfer(copy))).isFalse();
        return copy;
    }

    private TransferId inbound(String text) throws IOException {
        return way.checked(RESULTS, text);
    }

    private TransferId copyOf(String text) throws IOException {
        return way.announced(COPY, way.accepted(inbound(text)));
    }

    private TransferId granted(TransferId id) {
        assertThat(way.decide(id)).isInstanceOf(Decision.Granted.class);
        return id;
    }

    private Attempt attempt(TransferId id) {
        return ledger().attempts(List.of(id)).get(id);
    }

    private Conservation conservation() {
        return new Conservation(ledger(), TicketQueues::of);
    }

    private Turns turns() {
        var counterparties = way.installation().counterparties();
        var settings = way.installation().settings();
        return new Turns(
                counterparties,
                new Circuits(Map.of()),
                new Retries(counterparties, settings, ledger(), new Random(1)),
                ledger());
    }

    private Acceptance acceptance() {
        Installation installation = way.installation();
        return new Acceptance(
                installation.routes(),
                installation.counterparties(),
                new Batches(
                        installation.counterparties(),
                        installation.calendar(),
                        installation.payloads(),
                        ledger(),
                        installation.clock()),
                ledger(),
                conservation());
    }

    private Ledger ledger() {
        return way.installation().ledger();
    }
}
