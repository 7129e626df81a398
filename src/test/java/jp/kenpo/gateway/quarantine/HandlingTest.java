package jp.kenpo.gateway.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.gate.CheckedContent;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.gate.Grant;
import jp.kenpo.gateway.gate.ReportRecipient;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.StateConflictException;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.HandledView;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.QuarantineDesk;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.preparation.TrialWay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with what waits: it begins anew or ends, and nothing that was decided before helps it along. */
class HandlingTest {

    private static final String RESULTS = "taisho-audit.receipt-check-result";
    private static final String COPY = "core-system.receipt-check-result";
    private static final String RIGHT = "検索番号,理由コード,備考\r\n20260600000000000001,100043,\r\n";

    /** The reason code is none. */
    private static final String WRONG = "検索番号,理由コード,備考\r\n20260600000000000001,999999,\r\n";

    private static final Person SASAKI = new Person("sasaki", "契約更新のため");

    @TempDir
    private Path folder;

    private TrialWay way;
    private @Nullable Installation beside;

    @BeforeEach
    void open() throws IOException {
        way = new TrialWay(folder, Map.of());
    }

    @AfterEach
    void close() {
        if (beside != null) {
            beside.close();
        }
        way.close();
    }

    @Test
    void releasesWhatWasRefusedToItsBeginning() throws IOException {
        TransferId copy = refused(granted(copy()));

        Handled handled = carryOut(release(), copy);

        assertThat(handled)
                .isEqualTo(new Handled(copy, COPY, TransferState.REFUSED, TransferState.ANNOUNCED, null, null));
        assertThat(queues()).endsWith("ticket." + COPY);
        assertThat(last(copy).kind()).isEqualTo(EntryKind.RELEASED);
        assertThat(last(copy).details())
                .containsEntry("by", "sasaki")
                .containsEntry("reason", "契約更新のため")
                .containsEntry("from", "refused");
        assertThat(Grant.of(ledger(), way.transfer(copy))).isEmpty();
        assertThat(ledger().verify().fault()).isNull();
    }

    @Test
    void doesNotReleaseWhatWouldBeRefusedAgainAndSaysWhy() throws IOException {
        TransferId id = refused(granted(way.checked(RESULTS, RIGHT)));
        edit("config/counterparties/taisho-audit.yaml", "until: 2031-03-31", "until: 2025-03-31");

        HandledView would = desk(false).handle(id, desk(false).release(SASAKI));
        HandledView left = desk(true).handle(id, desk(true).release(SASAKI));

        assertThat(would).isEqualTo(left);
        assertThat(left.result()).isEqualTo("still-refused");
        assertThat(left.went()).isFalse();
        assertThat(left.difference().after().reason()).isEqualTo("agreement-ended");
        assertThat(last(id).kind()).isEqualTo(EntryKind.REFUSED);
        assertThat(queues()).isEmpty();
    }

    @Test
    void beginsWithThePayloadThatWasKeptAndNotWithWhatWasMadeOfIt() throws IOException {
        TransferId copy = granted(copy());
        way.minimised(copy);
        String parents = way.transfer(way.transfer(copy).parent()).ticket().sha256();
        ledger().write(write -> write.move(
                copy, Set.of(TransferState.MINIMISED), TransferState.HELD, EntryKind.HELD, Map.of("error", "x")));

        carryOut(release(), copy);

        assertThat(way.transfer(copy).ticket().sha256()).isEqualTo(parents);
        assertThat(way.decide(copy)).isInstanceOf(Decision.Granted.class);
        assertThat(way.minimised(copy)).contains("100043");
    }

    @Test
    void replaysWhatTodaysLayoutAcceptsAndSaysWhatIsDifferent() throws IOException {
        TransferId id = way.checked(RESULTS, WRONG);
        assertThat(look(id).result()).isEqualTo("unchanged");
        assertThat(handle(id, desk(true)).result()).isEqualTo("unchanged");
        assertThat(way.transfer(id).state()).isEqualTo(TransferState.QUARANTINED);

        accept999999();
        HandledView would = look(id);
        HandledView done = handle(id, desk(true));

        assertThat(would.result()).isEqualTo("would-do");
        assertThat(would.after()).isEqualTo("quarantined");
        assertThat(done.result()).isEqualTo("done");
        assertThat(done.after()).isEqualTo("received");
        Difference difference = done.difference();
        assertThat(difference.before().decision()).isEqualTo("quarantined");
        assertThat(difference.after().decision()).isEqualTo("granted");
        assertThat(difference.findingsGone()).isEqualTo(Map.of("C11", 1L));
        assertThat(difference.fieldsAdded()).isNotEmpty();
        assertThat(last(id).kind()).isEqualTo(EntryKind.REPLAYED);
        assertThat(last(id).details().get("difference").toString())
                .contains("before=quarantined", "after=granted", "C11=1")
                .doesNotContain("20260600000000000001", "999999");
        assertThat(CheckedContent.of(ledger(), way.transfer(id))).isEmpty();
        assertThat(ledger().verify().fault()).isNull();
    }

    @Test
    void rejectsForGoodAndTellsWhoSentIt() throws IOException {
        TransferId id = way.checked(RESULTS, WRONG);

        carryOut(new Rejection(ledger(), SASAKI), id);

        assertThat(way.transfer(id).state()).isEqualTo(TransferState.REJECTED);
        assertThat(queues()).containsExactly("error-reports.ticket", "error-reports.ticket");
        assertThat(ReportRecipient.rejection(ledger(), way.transfer(id))).contains("契約更新のため");
        assertThat(carryOut(new Rejection(ledger(), SASAKI), id).obstacle()).isEqualTo(Obstacle.NOT_WAITING);
        assertThat(carryOut(release(), id).obstacle()).isEqualTo(Obstacle.NOT_WAITING);
    }

    @Test
    void marksOnlyWhatIsHeldInTheMiddleOfItsDelivery() throws IOException {
        TransferId refused = refused(granted(copy()));
        assertThat(carryOut(marking(), refused).obstacle()).isEqualTo(Obstacle.NOT_IN_DELIVERY);

        TransferId early = granted(way.announced(COPY, parent("2")));
        hold(early, TransferState.GRANTED);
        assertThat(carryOut(marking(), early).obstacle()).isEqualTo(Obstacle.NOT_IN_DELIVERY);

        TransferId held = granted(way.announced(COPY, parent("3")));
        way.minimised(held);
        ledger().write(write -> write.move(
                held,
                Set.of(TransferState.MINIMISED),
                TransferState.DELIVERING,
                EntryKind.DELIVERY_STARTED,
                Map.of("file", "results/K.csv")));
        hold(held, TransferState.DELIVERING);
        carryOut(release(), held);
        hold(held, TransferState.ANNOUNCED);
        assertThat(carryOut(marking(), held).obstacle())
                .as("after a release the old delivery counts no more")
                .isEqualTo(Obstacle.NOT_IN_DELIVERY);
    }

    @Test
    void marksWhatIsHeldInItsDeliveryWithEvidence() throws IOException {
        TransferId held = granted(copy());
        way.minimised(held);
        ledger().write(write -> write.move(
                held,
                Set.of(TransferState.MINIMISED),
                TransferState.DELIVERING,
                EntryKind.DELIVERY_STARTED,
                Map.of("file", "results/K.csv")));
        hold(held, TransferState.DELIVERING);

        assertThat(carryOut(marking(), held).after()).isEqualTo(TransferState.DELIVERED);

        assertThat(last(held).kind()).isEqualTo(EntryKind.DELIVERED);
        assertThat(last(held).details())
                .containsEntry("by", "sasaki")
                .containsEntry("evidence", "電話で受領を確認")
                .containsEntry("byHand", true)
                .containsEntry("file", "results/K.csv");
        assertThat(queues()).doesNotContain("ticket." + COPY);
    }

    @Test
    void doesNothingWhereSomebodyElseWasFaster() throws IOException {
        TransferId id = way.checked(RESULTS, WRONG);
        Rejection slow = new Rejection(ledger(), SASAKI);
        var found = way.transfer(id);
        var work = slow.work(found, slow.prospect(found));
        carryOut(new Rejection(ledger(), new Person("faster", "二重送信")), id);
        long entries = ledger().entriesOf(id).size();

        assertThatThrownBy(() -> ledger().write(work)).isInstanceOf(StateConflictException.class);

        assertThat(ledger().entriesOf(id)).hasSize((int) entries);
    }

    @Test
    void findsWhatWaitsByFilterTheOldestFirst() throws IOException {
        TransferId first = way.checked(RESULTS, WRONG);
        TransferId second = way.checked(RESULTS, WRONG.replace("01,", "02,"));
        way.checked(RESULTS, RIGHT);

        assertThat(desk(false).waiting(new QuarantineDesk.Selection(RESULTS, null, Set.of(), null)))
                .containsExactly(first, second);
        assertThat(desk(false)
                        .waiting(
                                new QuarantineDesk.Selection(null, null, Set.of(TransferState.REFUSED), Duration.ZERO)))
                .isEmpty();
        assertThat(desk(false).waiting(new QuarantineDesk.Selection(null, null, Set.of(), Duration.ofDays(1))))
                .isEmpty();
    }

    private TransferId parent(String end) throws IOException {
        return way.accepted(way.checked(RESULTS, RIGHT.replace("01,", "0" + end + ",")));
    }

    private TransferId copy() throws IOException {
        return way.announced(COPY, parent("1"));
    }

    private TransferId granted(TransferId id) {
        assertThat(way.decide(id)).isInstanceOf(Decision.Granted.class);
        return id;
    }

    private TransferId refused(TransferId id) {
        ledger().write(write -> write.move(
                id,
                Set.of(TransferState.GRANTED),
                TransferState.REFUSED,
                EntryKind.REFUSED,
                Map.of("reason", "agreement-ended")));
        return id;
    }

    private void hold(TransferId id, TransferState from) {
        ledger().write(write ->
                write.move(id, Set.of(from), TransferState.HELD, EntryKind.HELD, Map.of("error", "connection")));
    }

    private Act release() {
        return desk(true).release(SASAKI);
    }

    private HandDelivery marking() {
        return new HandDelivery(ledger(), "sasaki", "電話で受領を確認");
    }

    private Handled carryOut(Act act, TransferId id) {
        return new Handling(ledger(), act).carryOut(id);
    }

    private HandledView look(TransferId id) {
        return handle(id, desk(false));
    }

    private static HandledView handle(TransferId id, QuarantineDesk desk) {
        return desk.handle(id, desk.replay(SASAKI));
    }

    private QuarantineDesk desk(boolean writes) {
        return new QuarantineDesk(beside == null ? way.installation() : beside, writes);
    }

    /** What a command sees that comes after the file was changed. */
    private void accept999999() throws IOException {
        edit("config/layouts/receipt-check-result.yaml", "codes: [", "codes: [999999, ");
    }

    private void edit(String path, String from, String to) throws IOException {
        Path file = folder.resolve(path);
        Files.writeString(file, Files.readString(file).replace(from, to));
        beside = new TrialInstallation(folder.resolve("var"), folder.resolve("config")).besideRunning();
    }

    private Entry last(TransferId id) {
        List<Entry> entries = ledger().entriesOf(id);
        return entries.get(entries.size() - 1);
    }

    private List<String> queues() {
        return ledger().outgoing(20).stream().map(Ledger.Outgoing::queue).toList();
    }

    private Ledger ledger() {
        return way.installation().ledger();
    }
}
