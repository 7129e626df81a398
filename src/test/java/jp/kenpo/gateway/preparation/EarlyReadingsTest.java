package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.CheckedContent;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.intake.NotWholeException;
import jp.kenpo.gateway.intake.Place;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.receipt.SavedReceiptFile;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A large file is read while it is kept; whatever goes wrong with that, it is kept and checked as ever. */
@Timeout(120)
class EarlyReadingsTest {

    private static final YearMonth MONTH = YearMonth.of(2025, 3);
    private static final int RECEIPTS = 4_000;

    @TempDir
    Path temp;

    private Installation installation;
    private EarlyReadings early;
    private Intake intake;
    private Interchange receipts;
    private String path;
    private byte[] file;

    @BeforeEach
    void open() throws IOException {
        installation = new TrialInstallation(temp.resolve("var")).running();
        early = new EarlyReadings(
                installation.layouts(), installation.counterparties(), installation.payloads(), installation.ledger());
        intake = new Intake(installation.payloads(), installation.ledger(), early);
        receipts =
                installation.counterparties().interchange("payer-fund.receipts").orElseThrow();
        var made = ReceiptFile.medical(new FictionalSociety(1, RECEIPTS), MONTH, 1, (long) RECEIPTS);
        path = made.path();
        SavedReceiptFile.save(made, temp.resolve("made.csv"));
        file = Files.readAllBytes(temp.resolve("made.csv"));
        assertThat((long) file.length).isGreaterThan(EarlyReadings.LARGE);
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void itsCheckNeedNotReadWhatWasKept() throws IOException {
        Transfer transfer = take(path, 1, new ByteArrayInputStream(file));
        hidePayload();
        assertThat(check(transfer)).isTrue();
    }

    @Test
    void isReadOnceOnly() throws IOException {
        Transfer transfer = take(path, 1, new ByteArrayInputStream(file));
        assertThat(early.of(transfer, receipts.layout())).isPresent();
        assertThat(early.of(transfer, receipts.layout())).isEmpty();
        assertThat(check(transfer)).as("by reading what was kept").isTrue();
    }

    @Test
    void findsWhatACheckFinds() throws IOException {
        Transfer transfer = take(path, 1, new ByteArrayInputStream(file));
        var read = early.of(transfer, receipts.layout()).orElseThrow();
        var whole = agreedReading().read(transfer, receipts.layout(), each -> {});
        assertThat(CheckedContent.details(layout(), read.reading())).isEqualTo(CheckedContent.details(layout(), whole));
        assertThat(read.reading().findings()).isEqualTo(whole.findings());
    }

    @Test
    void errorsAreErrors() throws IOException {
        file[file.length / 2] = 0;
        Transfer transfer = take(path, 1, new ByteArrayInputStream(file));
        hidePayload();
        assertThat(check(transfer)).isFalse();
        assertThat(installation.ledger().find(transfer.id()).orElseThrow().state())
                .isEqualTo(TransferState.QUARANTINED);
    }

    @Test
    void ofAFileThatBrokeOffNothingWasRead() throws IOException {
        var half = new ByteArrayInputStream(file, 0, file.length / 2);
        var broken = new SequenceInputStream(half, new BrokenStream());
        assertThatThrownBy(() -> take(path, 1, broken)).hasMessage("broken off");
        assertThatThrownBy(() -> take(path, 1, new ByteArrayInputStream(file, 0, file.length / 2)))
                .isInstanceOf(NotWholeException.class);

        Transfer transfer = take(path, 1, new ByteArrayInputStream(file));
        hidePayload();
        assertThat(check(transfer)).isTrue();
    }

    @Test
    void whatComesAgainDoesNotPushTheFirstOut() throws IOException {
        Transfer first = take(path, 1, new ByteArrayInputStream(file));
        for (int again = 2; again <= 4; again++) {
            assertThat(take(path, again, new ByteArrayInputStream(file)).state())
                    .isEqualTo(TransferState.DUPLICATE);
        }
        hidePayload();
        assertThat(check(first)).isTrue();
    }

    @Test
    void whatLiesInTheWrongPlaceIsForgotten() throws IOException {
        Transfer transfer = take("elsewhere/" + path, 1, new ByteArrayInputStream(file));
        assertThat(transfer.state()).isEqualTo(TransferState.QUARANTINED);
        assertThat(early.of(transfer, receipts.layout())).isEmpty();
    }

    @Test
    void whatWasReadAsAnotherLayoutSaysDoesNotCount() throws IOException {
        Transfer transfer = take(path, 1, new ByteArrayInputStream(file));
        assertThat(early.of(transfer, "re-examination-request")).isEmpty();
    }

    @Test
    void isNoReadingOfAnotherInterchange() throws IOException {
        Transfer transfer = take(path, 1, new ByteArrayInputStream(file));
        var other = new Transfer(
                transfer.id(),
                "elsewhere.receipts",
                transfer.direction(),
                transfer.counterparty(),
                transfer.purposes(),
                transfer.state(),
                transfer.fileName(),
                transfer.source(),
                transfer.receivedAt(),
                transfer.changedAt(),
                transfer.records(),
                transfer.members(),
                transfer.parent(),
                transfer.party(),
                transfer.answers(),
                transfer.ticket(),
                transfer.lastError());
        assertThat(early.of(other, receipts.layout())).isEmpty();
    }

    @Test
    void onlyTheNewestWaitForTheirCheck() throws IOException {
        List<Transfer> all = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            file[file.length - 5]++;
            all.add(take(path, each, new ByteArrayInputStream(file)));
        }
        assertThat(all)
                .extracting(each -> early.of(each, receipts.layout()).isPresent())
                .containsExactly(false, true, true);
    }

    private boolean check(Transfer transfer) throws IOException {
        return new ContentCheck(
                        installation.layouts(),
                        installation.counterparties(),
                        installation.payloads(),
                        early,
                        installation.ledger())
                .check(transfer.id(), receipts.layout());
    }

    private AgreedReading agreedReading() {
        return new AgreedReading(
                installation.layouts(), installation.counterparties(), installation.payloads(), installation.ledger());
    }

    private Layout layout() {
        return installation.layouts().find(receipts.layout()).orElseThrow();
    }

    private Transfer take(String where, long modified, InputStream in) throws IOException {
        return intake.take(receipts, new Place(where, file.length, modified), in);
    }

    /** Whoever reads the one payload that there is fails. */
    private void hidePayload() throws IOException {
        try (Stream<Path> files = Files.walk(temp.resolve("var/payloads"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSize(1);
            Files.delete(all.get(0));
        }
    }

    private static final class BrokenStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("broken off");
        }
    }
}
