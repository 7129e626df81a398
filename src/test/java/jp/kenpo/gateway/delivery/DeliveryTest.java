package jp.kenpo.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerBrokenException;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.PayloadNotReadableException;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard in front of every outbox, and what tries to go around it. */
class DeliveryTest {

    private static final byte[] BYTES = "what may leave".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_BYTES = "what may not".getBytes(StandardCharsets.UTF_8);
    private static final int RECORDS = 5;
    private static final String TAISHO = "taisho-audit.receipt-check-request";

    @TempDir
    Path temp;

    private Installation installation;
    private Ledger ledger;
    private PayloadStore payloads;
    private Path download;
    private Delivery delivery;

    @BeforeEach
    void open() {
        installation = new TrialInstallation(temp.resolve("var")).running();
        ledger = installation.ledger();
        payloads = installation.payloads();
        download = temp.resolve("download");
        Interchange interchange =
                installation.counterparties().interchange(TAISHO).orElseThrow();
        delivery = new Delivery(
                interchange,
                new HostedOutbox(download, temp.resolve("drafts")),
                payloads,
                ledger,
                new Conservation(ledger, name -> "ticket." + name));
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void deliversWhatWasGrantedAndMinimised() throws IOException {
        TransferId id = minimised(granted(announced(TAISHO), TAISHO), BYTES);

        delivery.deliver(id);

        assertThat(outbox()).hasSize(1);
        assertThat(Files.readAllBytes(outbox().get(0))).isEqualTo(BYTES);
        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(kinds(id)).endsWith(EntryKind.DELIVERY_STARTED, EntryKind.DELIVERED);
    }

    @Test
    void deliversOnceHoweverOftenItIsAsked() throws IOException {
        TransferId id = minimised(granted(announced(TAISHO), TAISHO), BYTES);
        delivery.deliver(id);
        Files.delete(outbox().get(0));

        delivery.deliver(id);

        assertThat(outbox()).isEmpty();
        assertThat(kinds(id)).containsOnlyOnce(EntryKind.DELIVERED);
    }

    @Test
    void sendsTheSameBytesOfTwoTransfersTwiceTheSecondWhenTheFirstWasFetched() throws IOException {
        TransferId first = minimised(granted(announced(TAISHO), TAISHO), BYTES);
        TransferId second = minimised(granted(announced(TAISHO), TAISHO), BYTES);
        delivery.deliver(first);

        assertThatThrownBy(() -> delivery.deliver(second))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessageContaining("of transfer " + first + " was not fetched yet");
        assertThat(ledger.find(second).orElseThrow().state()).isEqualTo(TransferState.DELIVERING);

        Files.delete(outbox().get(0));
        delivery.deliver(second);
        assertThat(outbox()).hasSize(1);
        assertThat(ledger.find(second).orElseThrow().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void afterARestoreDoesNotTakeTheFileOfATransferThatItKnowsForThatOfAnother() throws IOException {
        delivery.deliver(minimised(granted(announced(TAISHO), TAISHO), BYTES));
        restored();
        TransferId second = minimised(granted(announced(TAISHO), TAISHO), BYTES);

        assertThat(delivery.deliver(second)).isFalse();

        assertThat(ledger.find(second).orElseThrow().state()).isEqualTo(TransferState.HELD);
    }

    @Test
    void refusesWithoutADecision() throws IOException {
        TransferId id = announced(TAISHO);

        assertRefused(id, "has no grant; purpose: must come before counterparty:");
    }

    @Test
    void refusesWithoutMinimising() throws IOException {
        TransferId id = granted(announced(TAISHO), TAISHO);

        assertRefused(id, "is granted; minimise: must come before counterparty:");
    }

    @Test
    void refusesATransferOfAnotherInterchange() throws IOException {
        TransferId id = minimised(granted(announced("core-system.receipts"), "core-system.receipts"), BYTES);

        assertRefused(id, "belongs to another interchange");
    }

    @Test
    void refusesAGrantThatNamesAnotherInterchange() throws IOException {
        TransferId id = minimised(granted(announced(TAISHO), "core-system.receipts"), BYTES);

        assertRefused(id, "has no grant; purpose: must come before counterparty:");
    }

    @Test
    void refusesOtherBytesThanWereMinimised() throws IOException {
        TransferId id = minimised(granted(announced(TAISHO), TAISHO), BYTES);
        Ticket other = keep(OTHER_BYTES);
        ledger.write(write -> {
            write.willSend(id, other, null);
            return id;
        });

        assertRefused(id, "would send other bytes than were granted");
    }

    @Test
    void refusesAfterALaterRefusal() throws IOException {
        TransferId id = granted(announced(TAISHO), TAISHO);
        ledger.write(write ->
                write.move(id, Set.of(TransferState.GRANTED), TransferState.REFUSED, EntryKind.REFUSED, Map.of()));

        assertRefused(id, "has no grant; purpose: must come before counterparty:");
    }

    @Test
    void seesThroughAGrantThatSomebodyWroteIntoTheDatabase() throws Exception {
        TransferId id = announced(TAISHO);
        String database = "jdbc:sqlite:" + temp.resolve("var/ledger/ledger.db");
        try (var connection = DriverManager.getConnection(database);
                var insert = connection.prepareStatement("insert into entry"
                        + " select max(number) + 1, max(at), ?, 'granted', 'granted', ?, max(mac) from entry")) {
            insert.setString(1, id.value());
            insert.setString(2, "{\"interchange\":\"" + TAISHO + "\",\"purpose\":\"3-1\",\"fields\":[]}");
            insert.executeUpdate();
        }

        assertThatThrownBy(() -> delivery.deliver(id)).isInstanceOf(LedgerBrokenException.class);
        assertThat(outbox()).isEmpty();
    }

    @Test
    void deliversNoOtherPayloadThatSomebodyPutIntoTheRow() throws Exception {
        TransferId id = minimised(granted(announced(TAISHO), TAISHO), BYTES);
        Ticket other = keep(OTHER_BYTES);
        String database = "jdbc:sqlite:" + temp.resolve("var/ledger/ledger.db");
        try (var connection = DriverManager.getConnection(database);
                var swap = connection.prepareStatement(
                        "update transfer set payload_id = ?, wrapped_key = ?, size = ? where id = ?")) {
            swap.setString(1, other.payloadId());
            swap.setString(2, other.wrappedKey());
            swap.setLong(3, other.size());
            swap.setString(4, id.value());
            assertThat(swap.executeUpdate()).isEqualTo(1);
        }

        assertThatThrownBy(() -> delivery.deliver(id)).isInstanceOf(PayloadNotReadableException.class);
        assertThat(outbox()).isEmpty();
    }

    @Test
    void holdsWhatLostARecordOnTheWayAndStopsItsInterchange() throws IOException {
        TransferId id = minimised(
                granted(announced(TAISHO), TAISHO), BYTES, Map.of("records", RECORDS - 2, "leftOut", 1, "held", 0));

        assertHeld(id, "not-conserved: 5 records came, but 3 leave, 1 are left out and 0 held back");
    }

    @Test
    void holdsWhatHasARecordTwice() throws IOException {
        TransferId id = minimised(granted(announced(TAISHO), TAISHO), BYTES, Map.of("records", RECORDS + 1));

        assertHeld(id, "not-conserved: 5 records came, but 6 leave, 0 are left out and 0 held back");
    }

    @Test
    void holdsWhatHasOtherRecordsInItsBytesThanItsEntryTells() throws IOException {
        TransferId id = minimised(
                granted(announced(TAISHO), TAISHO), BYTES, Map.of("records", RECORDS, "counted", RECORDS - 1));

        assertHeld(id, "not-conserved: 5 records were to be written, but the file that would leave has 4");
    }

    @Test
    void afterARestoreHoldsWhatMayHaveGoneOutBefore() throws IOException {
        restored();
        TransferId id = minimised(granted(announced(TAISHO), TAISHO), BYTES);

        assertThat(delivery.deliver(id)).isFalse();

        assertThat(outbox()).isEmpty();
        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.HELD);
        assertThat(ledger.find(id).orElseThrow().lastError())
                .isEqualTo(
                        "the data folder was restored from a backup of 2026-09-28 09:15 (Asia/Tokyo): this file may have gone out"
                                + " since then. Ask the counterparty, then release it, mark it as delivered, or reject it");
        assertThat(ledger.isStopped(TAISHO)).as("others are held one by one").isFalse();
    }

    @Test
    void afterARestoreFindsWhatLiesThereUnderTheNameOfAnotherDay() throws IOException {
        TransferId id = minimised(granted(announced(TAISHO), TAISHO), BYTES);
        delivery.deliver(id);
        Path today = outbox().get(0);
        Path before = today.resolveSibling(today.getFileName().toString().replace("20261001", "20260929"));
        Files.move(today, before);
        restored();

        TransferId again = minimised(granted(announced(TAISHO), TAISHO), BYTES);

        assertThat(delivery.deliver(again)).isTrue();
        assertThat(outbox()).as("not sent a second time").containsExactly(before);
        assertThat(ledger.find(again).orElseThrow().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(ledger.sealed(again, Set.of(EntryKind.DELIVERED))
                        .orElseThrow()
                        .details())
                .containsEntry("foundThere", true);
    }

    @Test
    void afterARestoreSendsWhatAPersonLetGo() throws IOException {
        restored();
        TransferId id = announced(TAISHO);
        ledger.write(write -> {
            write.enter(id, EntryKind.RELEASED, Map.of());
            write.enter(id, EntryKind.CHECKED, Map.of("layout", "receipt", "category", "receipt", "records", RECORDS));
            return id;
        });

        assertThat(delivery.deliver(minimised(granted(id, TAISHO), BYTES))).isTrue();
        assertThat(outbox()).hasSize(1);
    }

    @Test
    void afterARestoreThatWasSettledSendsAsBefore() throws IOException {
        restored();
        ledger.write(write -> {
            write.enter(null, EntryKind.RESTORE_SETTLED, Map.of());
            return true;
        });

        assertThat(delivery.deliver(minimised(granted(announced(TAISHO), TAISHO), BYTES)))
                .isTrue();
        assertThat(outbox()).hasSize(1);
    }

    private void restored() {
        ledger.write(write -> {
            write.enter(null, EntryKind.RESTORED, Map.of("backupOf", "2026-09-28T00:15:00Z"));
            return true;
        });
    }

    private void assertHeld(TransferId id, String why) throws IOException {
        assertThat(delivery.deliver(id)).isFalse();

        assertThat(outbox()).isEmpty();
        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.HELD);
        assertThat(ledger.find(id).orElseThrow().lastError()).isEqualTo(why);
        assertThat(kinds(id)).endsWith(EntryKind.MINIMISED, EntryKind.HELD);
        assertThat(ledger.stoppages())
                .singleElement()
                .matches(stopped -> stopped.interchange().equals(TAISHO)
                        && stopped.transfer().equals(id));
        assertThat(ledger.isStopped(TAISHO)).isTrue();
        assertThat(ledger.isStopped("core-system.receipts")).isFalse();
    }

    private void assertRefused(TransferId id, String why) throws IOException {
        TransferState before = ledger.find(id).orElseThrow().state();
        assertThatThrownBy(() -> delivery.deliver(id))
                .isInstanceOf(ProvisionRefusedException.class)
                .hasMessage(TAISHO + ": transfer " + id + " " + why);
        assertThat(outbox()).isEmpty();
        assertThat(kinds(id)).doesNotContain(EntryKind.DELIVERY_STARTED, EntryKind.DELIVERED);
        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(before);
    }

    private TransferId announced(String interchange) throws IOException {
        Interchange agreed =
                installation.counterparties().interchange(interchange).orElseThrow();
        Ticket ticket = keep(BYTES);
        return ledger.write(write -> {
            TransferId id = write.record(new NewTransfer(
                            interchange,
                            agreed.direction(),
                            agreed.counterparty(),
                            agreed.purposes(),
                            TransferState.ANNOUNCED,
                            null,
                            null,
                            null,
                            ticket))
                    .id();
            write.enter(id, EntryKind.ANNOUNCED, Map.of());
            write.enter(id, EntryKind.CHECKED, Map.of("layout", "receipt", "category", "receipt", "records", RECORDS));
            return id;
        });
    }

    private TransferId granted(TransferId id, String interchange) {
        return ledger.write(write -> write.move(
                        id,
                        Set.of(TransferState.ANNOUNCED),
                        TransferState.GRANTED,
                        EntryKind.GRANTED,
                        Map.of("interchange", interchange, "purpose", "3-1", "fields", List.of("receipt.points"))))
                .id();
    }

    private TransferId minimised(TransferId id, byte[] bytes) throws IOException {
        return minimised(id, bytes, Map.of("records", RECORDS - 2, "leftOut", 1, "held", 1, "counted", RECORDS - 2));
    }

    private TransferId minimised(TransferId id, byte[] bytes, Map<String, Integer> account) throws IOException {
        Ticket ticket = keep(bytes);
        Map<String, Object> details = new HashMap<>(account);
        details.put("sha256", ticket.sha256());
        return ledger.write(write -> {
            write.willSend(id, ticket, null);
            return write.move(id, Set.of(TransferState.GRANTED), TransferState.MINIMISED, EntryKind.MINIMISED, details)
                    .id();
        });
    }

    private Ticket keep(byte[] bytes) throws IOException {
        return payloads.keep(new ByteArrayInputStream(bytes), 1000);
    }

    private List<EntryKind> kinds(TransferId id) {
        return ledger.entriesOf(id).stream().map(entry -> entry.kind()).toList();
    }

    private List<Path> outbox() throws IOException {
        if (!Files.exists(download)) {
            return List.of();
        }
        try (var files = Files.list(download)) {
            return files.toList();
        }
    }
}
