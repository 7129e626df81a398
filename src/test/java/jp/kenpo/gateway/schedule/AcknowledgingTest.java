package jp.kenpo.gateway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.LateListing;
import jp.kenpo.gateway.operations.TransferListing;
import jp.kenpo.gateway.operations.TransferView;
import jp.kenpo.gateway.testing.SteppedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgingTest {

    private static final String SENT = "taisho-audit.receipt-check-request";
    private static final String CONFIRMS = "taisho-audit.receipt-check-result";
    private static final String REGISTRATION = "online-qualification.registration";
    private static final String RESULT = "online-qualification.registration-result";

    @TempDir
    Path temp;

    private TrialSchedule gateway;
    private ExpectedDeliveries expected;

    @BeforeEach
    void begin() throws Exception {
        String agreed = "acknowledges: {interchange: " + SENT
                + ", by: file-name, file-name: \"UKETSUKE_{name}_*.csv\", business-days: 2}";
        TrialSchedule.configuration(temp, Map.of(CONFIRMS, agreed));
        gateway = TrialSchedule.open(temp, "var", Map.of(), new SteppedClock("2026-06-01T09:00"));
        expected = new ExpectedDeliveries(
                gateway.installation.counterparties(),
                gateway.installation.calendar(),
                gateway.ledger(),
                gateway.clock);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void findsTheDeliveryByTheNameOfItsFile() {
        TransferId other = gateway.delivered(SENT, "RECEIPT_20260601_aaXbbb.csv");
        TransferId sent = gateway.delivered(SENT, "RECEIPT_20260601_aa_bbb.csv");

        TransferId by = accept(CONFIRMS, "UKETSUKE_RECEIPT_20260601_aa_bbb_01.csv");

        assertThat(entered(sent, EntryKind.ACKNOWLEDGED)).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("by", by.value())
                .containsEntry("interchange", CONFIRMS));
        assertThat(entered(other, EntryKind.ACKNOWLEDGED)).isEmpty();
        assertThat(entered(by, EntryKind.ACCEPTED)).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("acknowledges", List.of(sent.value())));
        assertThat(listed(sent).acknowledgedBy()).isEqualTo(by.value());
        assertThat(listed(sent).state()).as("an end stays an end").isEqualTo("delivered");
        assertThat(listed(other).acknowledgedBy()).isNull();
        assertThat(gateway.ledger().verify().fault()).isNull();
    }

    @Test
    void findsTheDeliveryWhateverFollowsItsName() {
        TransferId shorter = gateway.delivered(SENT, "RECEIPT_20260601.csv");
        TransferId sent = gateway.delivered(SENT, "RECEIPT_20260601_2.csv");

        TransferId by = accept(CONFIRMS, "UKETSUKE_RECEIPT_20260601_2_20260602_120000.csv");
        TransferId next = accept(CONFIRMS, "UKETSUKE_RECEIPT_20260601_20260602_120001.csv");

        assertThat(listed(sent).acknowledgedBy()).isEqualTo(by.value());
        assertThat(listed(shorter).acknowledgedBy()).isEqualTo(next.value());
    }

    @Test
    void leavesTheDeliveriesToOtherPartiesAlone() {
        TransferId sent = gateway.delivered(SENT, "RECEIPT_1.csv");

        Set<String> name = Set.of("RECEIPT_1");
        assertThat(gateway.ledger().acknowledgements().leftAs(SENT, null, Instant.EPOCH, name))
                .contains(sent);
        assertThat(gateway.ledger().acknowledgements().leftAs(SENT, "employer-0001", Instant.EPOCH, name))
                .isEmpty();
    }

    @Test
    void entersTheFirstAcknowledgementOnly() {
        TransferId sent = gateway.delivered(SENT, "RECEIPT_1.csv");
        TransferId first = accept(CONFIRMS, "UKETSUKE_RECEIPT_1_01.csv");

        TransferId second = accept(CONFIRMS, "UKETSUKE_RECEIPT_1_02.csv");

        assertThat(entered(sent, EntryKind.ACKNOWLEDGED)).hasSize(1);
        assertThat(listed(sent).acknowledgedBy()).isEqualTo(first.value());
        assertThat(entered(second, EntryKind.ACCEPTED)).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("acknowledgedBefore", List.of(sent.value())));
    }

    @Test
    void saysThatSomethingAcknowledgesNothing() {
        gateway.delivered(SENT, "RECEIPT_1.csv");

        TransferId unknown = accept(CONFIRMS, "UKETSUKE_RECEIPT_2_01.csv");
        TransferId nameless = accept(CONFIRMS, "KEKKA_1.csv");

        assertThat(entered(unknown, EntryKind.ACKNOWLEDGES_NOTHING)).hasSize(1);
        assertThat(new LateListing(gateway.installation).acknowledgingNothing(CONFIRMS))
                .containsExactly(unknown.value(), nameless.value());
    }

    @Test
    void findsTheDeliveryThatAMessageNames() throws IOException {
        String selection = "core-system.re-examination-selection";
        String result = "core-system.receipt-check-result";
        gateway.close();
        TrialSchedule.configuration(
                temp, Map.of(selection, "acknowledges: {interchange: " + result + ", by: transfer, business-days: 2}"));
        gateway = TrialSchedule.open(temp, "var", Map.of(), gateway.clock);
        TransferId sent = gateway.delivered(result);
        TransferId elsewhere = gateway.delivered(SENT);

        TransferId by = accept(gateway.arrivedNaming(selection, sent), selection);
        TransferId other = accept(gateway.arrivedNaming(selection, elsewhere), selection);

        assertThat(listed(sent).acknowledgedBy()).isEqualTo(by.value());
        assertThat(listed(elsewhere).acknowledgedBy())
                .as("it left on another interchange")
                .isNull();
        assertThat(entered(other, EntryKind.ACKNOWLEDGES_NOTHING)).hasSize(1);
    }

    @Test
    void chasesEachDeliveryOnceADayUntilItIsAcknowledged() {
        TransferId early = gateway.delivered(SENT, "RECEIPT_1.csv");
        gateway.clock.set("2026-06-02T09:00");
        TransferId later = gateway.delivered(SENT, "RECEIPT_2.csv");

        assertThat(lateAt("2026-06-03T23:59:59")).isEmpty();
        assertThat(lateAt("2026-06-04T00:00:01")).containsExactly(late("2026-06-03T23:59:59", early));
        assertThat(expected.enterLate()).hasSize(1);
        assertThat(expected.enterLate()).as("once a day").isEmpty();

        assertThat(lateAt("2026-06-05T00:00:01"))
                .containsExactly(late("2026-06-03T23:59:59", early), late("2026-06-04T23:59:59", later));
        assertThat(expected.enterLate()).hasSize(2);
        assertThat(entered(early, EntryKind.LATE)).hasSize(2);
        assertThat(new LateListing(gateway.installation).late(CONFIRMS))
                .extracting(each -> each.acknowledges())
                .containsExactly(early.value(), later.value());

        accept(CONFIRMS, "UKETSUKE_RECEIPT_1_01.csv");
        assertThat(lateAt("2026-06-05T00:00:01")).containsExactly(late("2026-06-04T23:59:59", later));
    }

    @Test
    void waitsUntilTheContentSpokeOfEachRecord() {
        TransferId sent = gateway.delivered(REGISTRATION);
        gateway.ledger().write(write -> {
            write.records(sent, List.of("a", "b"));
            return sent;
        });

        TransferId never = gateway.arrived(REGISTRATION);
        gateway.ledger().write(write -> {
            write.records(never, List.of("a", "b"));
            return never;
        });

        TransferId half = acceptResult(Map.of("a", "accepted"));
        assertThat(entered(sent, EntryKind.ACKNOWLEDGED)).isEmpty();
        assertThat(entered(half, EntryKind.ACCEPTED)).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("acknowledgesPartly", List.of(sent.value())));
        assertThat(lateAt("2026-06-05T00:00:01")).hasSize(1);

        acceptResult(Map.of("b", "rejected"));
        assertThat(entered(sent, EntryKind.ACKNOWLEDGED)).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("outcomes", Map.of("accepted", 1, "rejected", 1)));
        assertThat(entered(never, EntryKind.ACKNOWLEDGED))
                .as("what never left is not acknowledged")
                .isEmpty();
        assertThat(lateAt("2026-06-05T00:00:01")).isEmpty();
    }

    private TransferId acceptResult(Map<String, String> outcomes) {
        TransferId id = gateway.arrived(RESULT);
        gateway.ledger().write(write -> {
            outcomes.forEach((record, outcome) -> write.became(record, outcome, id));
            return id;
        });
        return accept(id, RESULT);
    }

    private TransferId accept(String interchange, String fileName) {
        return accept(gateway.arrived(interchange, fileName), interchange);
    }

    private TransferId accept(TransferId id, String interchange) {
        return gateway.ledger().write(write -> {
            write.move(id, Set.of(TransferState.RECEIVED), TransferState.CHECKED, EntryKind.CHECKED, Map.of());
            write.move(id, Set.of(TransferState.CHECKED), TransferState.GRANTED, EntryKind.GRANTED, Map.of());
            Transfer arrived = write.find(id).orElseThrow();
            Map<String, Object> said = Acknowledging.enter(write, arrived, gateway.interchange(interchange));
            return write.move(id, Set.of(TransferState.GRANTED), TransferState.ACCEPTED, EntryKind.ACCEPTED, said)
                    .id();
        });
    }

    private List<Entry> entered(TransferId id, EntryKind kind) {
        return gateway.ledger().entriesOf(id).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    private TransferView listed(TransferId id) {
        return new TransferListing(gateway.installation)
                .transfers(null, null, Set.of(), Instant.EPOCH, 100).stream()
                        .filter(each -> each.id().equals(id.value()))
                        .findFirst()
                        .orElseThrow();
    }

    private List<LateDelivery> lateAt(String time) {
        gateway.clock.set(time);
        return expected.late();
    }

    private static LateDelivery late(String due, TransferId delivery) {
        return new LateDelivery(CONFIRMS, SteppedClock.at(due), 1, 0, delivery);
    }
}
