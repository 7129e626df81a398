package jp.kenpo.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.gate.Decision.Granted;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions with the shipped notice and agreements, and what the ledger says of them. */
class PurposeGateTest {

    private static final String TAISHO = "taisho-audit.receipt-check-request";
    private static final String RECEIPTS = "payer-fund.receipts";
    private static final List<String> PRESENT = List.of("receipt.points", "receipt.disease");

    @TempDir
    Path temp;

    private Installation installation;
    private Ledger ledger;

    @BeforeEach
    void open() {
        installation = new TrialInstallation(temp.resolve("var")).running();
        ledger = installation.ledger();
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void entersAGrantBeforeItAnswers() {
        TransferId id = announced(checked(), TAISHO);

        assertThat(decide(id, "3-1", "2026-10-01")).isInstanceOf(Granted.class);

        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.GRANTED);
        assertThat(last(id).details())
                .containsEntry("decision", "granted")
                .containsEntry("purpose", "3-1")
                .containsEntry("counterparty", "taisho-audit")
                .containsEntry("legalCharacter", "entrustment")
                .containsEntry("records", 7)
                .containsEntry("members", 6);
    }

    @Test
    void entersARefusalTheDayAfterTheAgreementEnds() {
        TransferId id = announced(checked(), TAISHO);

        assertThat(decide(id, "3-1", "2031-04-01"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Decision.Reason.AGREEMENT_ENDED));

        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.REFUSED);
        assertThat(last(id).details()).containsEntry("decision", "refused").containsEntry("reason", "agreement-ended");
    }

    @Test
    void refusesWhatWasNotChecked() {
        TransferId id = announced(received(), TAISHO);

        assertThat(decide(id, "3-1", "2026-10-01"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Decision.Reason.NOT_DECIDABLE));
    }

    @Test
    void entersNoSecondGrantWhenAStepIsRepeated() {
        TransferId id = announced(checked(), TAISHO);
        decide(id, "3-1", "2026-10-01");
        minimised(id);

        assertThat(decide(id, "3-1", "2026-10-02")).isInstanceOf(Granted.class);

        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.MINIMISED);
        assertThat(ledger.entriesOf(id))
                .filteredOn(entry -> entry.kind() == EntryKind.GRANTED)
                .hasSize(1);
    }

    @Test
    void refusesATransferOnItsWayWhenTheAgreementEndedMeanwhile() {
        TransferId id = announced(checked(), TAISHO);
        decide(id, "3-1", "2026-10-01");
        minimised(id);

        assertThat(decide(id, "3-1", "2031-04-01")).isInstanceOf(Refused.class);

        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.REFUSED);
    }

    @Test
    void refusesATransferOnItsWayWithFieldsThatAreNotPermittedAnyMore() {
        TransferId id = announced(checked(), TAISHO);
        ledger.write(write -> write.move(
                id,
                Set.of(TransferState.ANNOUNCED),
                TransferState.GRANTED,
                EntryKind.GRANTED,
                Map.of(
                        "interchange",
                        TAISHO,
                        "purpose",
                        "3-1",
                        "fields",
                        List.of("receipt.points", "receipt.no-longer-agreed"))));

        assertThat(decide(id, "3-1", "2026-10-01"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Decision.Reason.FIELD_NOT_PERMITTED));
    }

    private Decision decide(TransferId id, String purpose, String day) {
        Clock clock = Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
        return new PurposeGate(
                        installation.gate(), installation.purposes(), installation.counterparties(), ledger, clock)
                .decide(id, purpose, TAISHO);
    }

    private TransferId received() {
        return record(RECEIPTS, Direction.IN, "payer-fund", TransferState.RECEIVED, null, EntryKind.RECEIVED);
    }

    private TransferId checked() {
        TransferId id = received();
        return ledger.write(write -> write.move(
                        id,
                        Set.of(TransferState.RECEIVED),
                        TransferState.CHECKED,
                        EntryKind.CHECKED,
                        Map.of(
                                "layout",
                                "receipt",
                                "category",
                                "receipt",
                                "records",
                                7,
                                "members",
                                6,
                                "fields",
                                PRESENT)))
                .id();
    }

    private TransferId announced(TransferId parent, String interchange) {
        return record(interchange, Direction.OUT, "taisho-audit", TransferState.ANNOUNCED, parent, EntryKind.ANNOUNCED);
    }

    private void minimised(TransferId id) {
        Ticket cutDown = new Ticket("ef".repeat(16), "key", "ef".repeat(32), 3);
        ledger.write(write -> {
            write.willSend(id, cutDown, null);
            return write.move(
                    id,
                    Set.of(TransferState.GRANTED),
                    TransferState.MINIMISED,
                    EntryKind.MINIMISED,
                    Map.of("sha256", cutDown.sha256()));
        });
    }

    private TransferId record(
            String interchange,
            Direction direction,
            String party,
            TransferState state,
            @Nullable TransferId parent,
            EntryKind kind) {
        Ticket ticket = new Ticket("ab".repeat(16), "key", "ab".repeat(32), 42);
        Map<String, String> details = parent == null ? Map.of() : Map.of("parent", parent.value());
        return ledger.write(write -> {
            TransferId id = write.record(new NewTransfer(
                            interchange, direction, party, Set.of("3-1"), state, null, null, parent, ticket))
                    .id();
            write.enter(id, kind, details);
            return id;
        });
    }

    private jp.kenpo.gateway.ledger.Entry last(TransferId id) {
        var entries = ledger.entriesOf(id);
        return entries.get(entries.size() - 1);
    }
}
