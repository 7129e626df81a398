package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.PayloadNotReadableException;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may write to the database puts another payload under a transfer that was announced or received. */
class SwappedPayloadTest {

    private static final String RECEIPTS = "payer-fund.receipts";
    private static final String TAISHO = "taisho-audit.receipt-check-request";

    @TempDir
    Path temp;

    private Installation installation;
    private Ledger ledger;
    private PayloadStore store;
    private Ticket received;
    private Ticket other;

    @BeforeEach
    void open() throws IOException {
        installation = new TrialInstallation(temp.resolve("var")).running();
        ledger = installation.ledger();
        store = installation.payloads();
        received = keep("what was received");
        other = keep("what was not");
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void isNotChecked() {
        TransferId id = received();
        ContentCheck check = new ContentCheck(installation.layouts(), installation.counterparties(), store, ledger);

        swap(id, other);
        assertThatThrownBy(() -> check.check(id, "receipt"))
                .isInstanceOf(IOException.class)
                .hasMessage("the payload of transfer " + id + " is not the one that its entries name");

        swap(id, new Ticket(other.payloadId(), other.wrappedKey(), received.sha256(), other.size()));
        assertThatThrownBy(() -> check.check(id, "receipt")).isInstanceOf(PayloadNotReadableException.class);

        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.RECEIVED);
    }

    @Test
    void isNotMinimised() {
        TransferId id = grantedChildOf(received());

        swap(id, other);
        assertThatThrownBy(() -> new Minimiser(installation.layouts(), installation.counterparties(), store, ledger)
                        .minimise(id, "receipt"))
                .isInstanceOf(IOException.class)
                .hasMessage("the payload of transfer " + id + " is not the one that its entries name");

        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.GRANTED);
    }

    private void swap(TransferId id, Ticket ticket) {
        ledger.write(write -> {
            write.willSend(id, ticket, null);
            return id;
        });
    }

    private TransferId received() {
        return ledger.write(write -> {
            TransferId id = write.record(transfer(RECEIPTS, Direction.IN, TransferState.RECEIVED, null))
                    .id();
            write.enter(id, EntryKind.RECEIVED, Map.of("sha256", received.sha256()));
            return id;
        });
    }

    private TransferId grantedChildOf(TransferId parent) {
        return ledger.write(write -> {
            TransferId id = write.record(transfer(TAISHO, Direction.OUT, TransferState.ANNOUNCED, parent))
                    .id();
            write.enter(id, EntryKind.ANNOUNCED, Map.of("interchange", TAISHO, "parent", parent.value()));
            return write.move(
                            id,
                            Set.of(TransferState.ANNOUNCED),
                            TransferState.GRANTED,
                            EntryKind.GRANTED,
                            Map.of("interchange", TAISHO, "purpose", "3-1", "fields", List.of("receipt.points")))
                    .id();
        });
    }

    private NewTransfer transfer(
            String interchange, Direction direction, TransferState state, @Nullable TransferId parent) {
        return new NewTransfer(interchange, direction, "somebody", Set.of("3-1"), state, null, null, parent, received);
    }

    private Ticket keep(String content) throws IOException {
        return store.keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), 1000);
    }
}
