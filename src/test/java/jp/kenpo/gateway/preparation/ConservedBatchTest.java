package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file was composed of in a batch is all in it, and nothing else. */
class ConservedBatchTest {

    private static final String LAYOUT = "checkup-selection";
    private static final String ROW = "01ARZ3NDEKTSV4RRFFQ69G5FAV,h13123456782026040190000000.xml\r\n";

    @TempDir
    Path temp;

    private Installation installation;
    private ContentCheck check;

    @BeforeEach
    void open() {
        installation = new TrialInstallation(temp.resolve("var")).running();
        check = new ContentCheck(
                installation.layouts(), installation.counterparties(), installation.payloads(), installation.ledger());
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void isCheckedWhenItHasTheRecordsOfItsParts() throws IOException {
        TransferId batch = composed(2, 2);

        assertThat(check.check(batch, LAYOUT)).isTrue();
        assertThat(transfer(batch).state()).isEqualTo(TransferState.CHECKED);
    }

    @Test
    void isRefusedWhenARecordIsMissingOrThereTwice() throws IOException {
        TransferId batch = composed(3, 2);
        assertThat(check.check(batch, LAYOUT)).isFalse();
        assertThat(transfer(batch).state()).isEqualTo(TransferState.REFUSED);
        assertThat(transfer(batch).lastError()).isEqualTo("not-conserved: the batch has 2 records, its parts have 3");

        assertThat(check.check(composed(1, 2), LAYOUT)).isFalse();
    }

    private TransferId composed(int recordsOfParts, int rows) throws IOException {
        String text = "授受番号,ファイル名\r\n" + ROW.repeat(rows);
        Ticket ticket =
                installation.payloads().keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10_000);
        return installation.ledger().write(write -> {
            TransferId id = write.record(new NewTransfer(
                            "payer-fund.re-examination-request",
                            Direction.OUT,
                            "payer-fund",
                            Set.of("3-1"),
                            TransferState.ANNOUNCED,
                            null,
                            null,
                            null,
                            ticket))
                    .id();
            write.enter(id, EntryKind.BATCHED, Map.of("records", recordsOfParts, "sha256", "of the list"));
            return write.move(
                            id,
                            Set.of(TransferState.ANNOUNCED),
                            TransferState.COMPOSED,
                            EntryKind.COMPOSED,
                            Map.of("sha256", ticket.sha256()))
                    .id();
        });
    }

    private Transfer transfer(TransferId id) {
        return installation.ledger().find(id).orElseThrow();
    }
}
