package jp.kenpo.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.quarantine.HandDelivery;
import jp.kenpo.gateway.testing.OnlyTidied;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which broken deliveries leave a file at the counterparty that nobody goes on with. */
class LeftoversTest {

    private static final String TAISHO = "taisho-audit.receipt-check-request";

    @TempDir
    Path temp;

    private Installation installation;
    private Ledger ledger;
    private Predicate<String> unwanted = key -> true;

    @BeforeEach
    void open() throws IOException {
        installation = new TrialInstallation(temp.resolve("var")).running();
        ledger = installation.ledger();
        delivery(TAISHO).tidy();
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void whatIsOnItsWayOrHeldIsGoneOnWith() throws IOException {
        Transfer delivering = delivering();
        assertThat(unwanted).rejects(key(delivering));

        move(delivering, TransferState.HELD, EntryKind.HELD);
        assertThat(unwanted).rejects(key(delivering));

        move(delivering, TransferState.ANNOUNCED, EntryKind.RELEASED);
        assertThat(unwanted).rejects(key(delivering));
    }

    @Test
    void whatAPersonRejectedIsNot() throws IOException {
        Transfer rejected = delivering();
        move(rejected, TransferState.HELD, EntryKind.HELD);
        move(rejected, TransferState.REJECTED, EntryKind.REJECTED);

        assertThat(unwanted).accepts(key(rejected));
    }

    /** It lies there under the temporary name of another gateway, which broke off before. */
    @Test
    void whatAnotherGatewayDeliveredIsNot() throws IOException {
        Transfer delivered = delivering();
        move(delivered, TransferState.DELIVERED, EntryKind.DELIVERED);

        assertThat(unwanted).accepts(key(delivered));
    }

    /** It may be the very file that lies there under its temporary name. */
    @Test
    void whatAPersonSaysToBeDeliveredIsLeftToTheCounterparty() throws IOException {
        Transfer held = delivering();
        move(held, TransferState.HELD, EntryKind.HELD);
        HandDelivery byHand = new HandDelivery(ledger, "tester", "seen there");
        Transfer now = ledger.find(held.id()).orElseThrow();
        ledger.write(write -> byHand.work(now, byHand.prospect(now)).apply(write));

        assertThat(unwanted).rejects(key(now));
    }

    @Test
    void whatTheGateRefusesMeanwhileIsNot() throws IOException {
        Transfer refused = delivering();
        move(refused, TransferState.REFUSED, EntryKind.REFUSED);

        assertThat(unwanted).accepts(key(refused));
    }

    @Test
    void whatLeavesAsOtherBytesIsNot() throws IOException {
        Transfer before = delivering();
        Ticket other = keep("less");
        ledger.write(write -> {
            write.willSend(before.id(), other, null);
            return other;
        });

        assertThat(unwanted).accepts(key(before)).rejects(DeliveryKey.of(before, other));
    }

    @Test
    void othersAreNotJudged() throws IOException {
        Transfer rejected = delivering();
        move(rejected, TransferState.REFUSED, EntryKind.REFUSED);
        assertThat(unwanted).rejects("ERROR_" + rejected.id() + ".csv", "01K6ZZZZZZZZZZZZZZZZZZZZZZ-0123456789abcdef");

        delivery("core-system.receipts").tidy();
        assertThat(unwanted).rejects(key(rejected));
    }

    private Delivery delivery(String interchange) {
        return new Delivery(
                installation.counterparties().interchange(interchange).orElseThrow(),
                new OnlyTidied(this::asked),
                installation.payloads(),
                ledger,
                new Conservation(ledger, name -> "ticket." + name));
    }

    private Transfer delivering() throws IOException {
        Interchange agreed = installation.counterparties().interchange(TAISHO).orElseThrow();
        Ticket ticket = keep("what leaves");
        Transfer transfer = ledger.write(write -> write.record(new NewTransfer(
                TAISHO,
                agreed.direction(),
                agreed.counterparty(),
                agreed.purposes(),
                TransferState.ANNOUNCED,
                null,
                null,
                null,
                ticket)));
        move(transfer, TransferState.GRANTED, EntryKind.GRANTED);
        move(transfer, TransferState.MINIMISED, EntryKind.MINIMISED);
        return move(transfer, TransferState.DELIVERING, EntryKind.DELIVERY_STARTED);
    }

    private Transfer move(Transfer transfer, TransferState to, EntryKind kind) {
        TransferState from = ledger.find(transfer.id()).orElseThrow().state();
        return ledger.write(write -> write.move(transfer.id(), Set.of(from), to, kind, Map.of()));
    }

    private Ticket keep(String text) throws IOException {
        return installation.payloads().keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000);
    }

    private static String key(Transfer transfer) {
        return DeliveryKey.of(transfer, Objects.requireNonNull(transfer.ticket()));
    }

    private boolean asked(Predicate<String> other) {
        unwanted = other;
        return false;
    }
}
