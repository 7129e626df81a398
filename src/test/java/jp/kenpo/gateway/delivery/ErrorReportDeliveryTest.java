package jp.kenpo.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TransferListing;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.preparation.ContentCheck;
import jp.kenpo.gateway.preparation.ErrorReports;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who learns what is wrong in a file, and who does not. */
class ErrorReportDeliveryTest {

    private static final String RESULTS = "taisho-audit.receipt-check-result";
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    /** The reason code is none. */
    private static final byte[] WRONG = "検索番号,理由コード,備考\r\n20260600000000000001,999999,=cmd\r\n".getBytes(SHIFT_JIS);

    private static final byte[] RIGHT = "検索番号,理由コード,備考\r\n20260600000000000001,100043,\r\n".getBytes(SHIFT_JIS);

    @TempDir
    Path temp;

    private Installation installation;
    private Ledger ledger;
    private boolean partyIsDown;
    private Predicate<String> unwanted = key -> true;
    private ErrorReportDelivery delivery;

    @BeforeEach
    void open() {
        installation = new TrialInstallation(temp.resolve("var")).running();
        ledger = installation.ledger();
        var reports = new ErrorReports(installation.layouts(), installation.counterparties(), ledger);
        delivery = new ErrorReportDelivery(installation.counterparties(), this::outbox, reports::files, ledger);
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void tellsTheSenderAndEntersIt() throws IOException {
        TransferId id = checked(RESULTS, WRONG);
        assertThat(ledger.outgoing(10))
                .extracting(Ledger.Outgoing::queue, Ledger.Outgoing::transfer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ErrorReports.QUEUE, id));
        assertThat(reportState(id)).isEqualTo("waiting");

        delivery.deliver(id);

        assertThat(everything())
                .containsExactly(
                        "taisho-audit/errors/ERROR_" + id + ".csv", "taisho-audit/errors/ERROR_" + id + ".txt");
        assertThat(Files.readString(temp.resolve("taisho-audit/errors/ERROR_" + id + ".csv"), SHIFT_JIS))
                .startsWith("行,レコード,項目,コード,重大度,内容,対処\r\n2,データ行 1,理由コード,C11,エラー,")
                .doesNotContain("20260600000000000001", "999999", "cmd");
        assertThat(Files.readString(temp.resolve("taisho-audit/errors/ERROR_" + id + ".txt"), StandardCharsets.UTF_8))
                .contains("ファイル名: KEKKA.csv", "File: KEKKA.csv", id.value())
                .doesNotContain("20260600000000000001", "999999", "cmd");
        Entry last = entries(id).get(entries(id).size() - 1);
        assertThat(last.kind()).isEqualTo(EntryKind.ERROR_REPORTED);
        assertThat(last.details()).containsEntry("counterparty", "taisho-audit");
        assertThat(last.details().get("files").toString()).contains("errors/ERROR_" + id + ".csv", "sha256=");
        assertThat(ledger.find(id).orElseThrow().state()).isEqualTo(TransferState.QUARANTINED);
        assertThat(reportState(id)).isEqualTo("sent");
        assertThat(ledger.verify().fault()).isNull();
    }

    @Test
    void tellsWhyAPersonRejectedTheFileAfterTheReportOfTheCheck() throws IOException {
        TransferId id = checked(RESULTS, WRONG);
        delivery.deliver(id);
        reject(id, Map.of("by", "sasaki", "reason", "=契約期間外"));

        delivery.deliver(id);
        delivery.deliver(id);

        String rejected = "taisho-audit/errors/REJECTED_" + id;
        assertThat(everything())
                .containsExactly(
                        "taisho-audit/errors/ERROR_" + id + ".csv",
                        "taisho-audit/errors/ERROR_" + id + ".txt",
                        rejected + ".csv",
                        rejected + ".txt");
        assertThat(Files.readString(temp.resolve(rejected + ".csv"), SHIFT_JIS))
                .contains("P01", "このファイルは組合で却下しました。理由：=契約期間外", "C11");
        assertThat(Files.readString(temp.resolve(rejected + ".txt"), StandardCharsets.UTF_8))
                .contains("The society rejected the file. Reason: =契約期間外");
        assertThat(kinds(id)).filteredOn(EntryKind.ERROR_REPORTED::equals).hasSize(2);
    }

    @Test
    void tellsNothingMoreWhereTheSameBytesCameAgainInTheRightPlace() throws IOException {
        TransferId id = checked(RESULTS, WRONG);
        delivery.deliver(id);
        reject(id, Map.of("why", "the same bytes came again in the right place"));

        delivery.deliver(id);

        assertThat(kinds(id)).containsOnlyOnce(EntryKind.ERROR_REPORTED);
    }

    private void reject(TransferId id, Map<String, Object> details) {
        ledger.write(write ->
                write.move(id, Set.of(TransferState.QUARANTINED), TransferState.REJECTED, EntryKind.REJECTED, details));
    }

    @Test
    void tellsOnceHoweverOftenItIsAsked() throws IOException {
        TransferId id = checked(RESULTS, WRONG);
        delivery.deliver(id);
        Files.delete(temp.resolve("taisho-audit/errors/ERROR_" + id + ".csv"));

        delivery.deliver(id);

        assertThat(everything()).containsExactly("taisho-audit/errors/ERROR_" + id + ".txt");
        assertThat(kinds(id)).containsOnlyOnce(EntryKind.ERROR_REPORTED);
    }

    @Test
    void goesOnAfterAFailureThatIsEnteredOnce() throws IOException {
        TransferId id = checked(RESULTS, WRONG);
        partyIsDown = true;
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> delivery.deliver(id)).isInstanceOf(NotDeliveredException.class);
            delivery.failed(id, "the server is down");
        }
        assertThat(everything()).isEmpty();
        assertThat(kinds(id)).containsOnlyOnce(EntryKind.ERROR_REPORT_FAILED).doesNotContain(EntryKind.ERROR_REPORTED);

        partyIsDown = false;
        delivery.deliver(id);

        assertThat(everything()).hasSize(2);
        assertThat(kinds(id)).endsWith(EntryKind.ERROR_REPORT_FAILED, EntryKind.ERROR_REPORTED);
    }

    @Test
    void tellsNobodyWhereNoReportsAreAgreed() throws IOException {
        TransferId id = checked("payer-fund.receipts", "garbage".getBytes(StandardCharsets.US_ASCII));

        delivery.deliver(id);

        assertThat(everything()).isEmpty();
        assertThat(kinds(id)).endsWith(EntryKind.QUARANTINED);
        assertThat(reportState(id)).isEqualTo("not-agreed");
    }

    @Test
    void tellsNobodyOfAFileThatIsRight() throws IOException {
        TransferId id = checked(RESULTS, RIGHT);

        delivery.deliver(id);

        assertThat(everything()).isEmpty();
        assertThat(ledger.outgoing(10)).isEmpty();
        assertThat(reportState(id)).isNull();
    }

    @Test
    void tellsNobodyAnyMoreWhenAPersonLetTheTransferGoOn() throws IOException {
        TransferId id = checked(RESULTS, WRONG);
        ledger.write(write -> write.move(
                id, Set.of(TransferState.QUARANTINED), TransferState.RECEIVED, EntryKind.RECEIVED, Map.of()));

        delivery.deliver(id);

        assertThat(everything()).isEmpty();
    }

    @Test
    void givesTheReportOfASecondCheckAnotherName() throws IOException {
        TransferId id = checked(RESULTS, WRONG);
        delivery.deliver(id);
        Map<String, Object> received = entries(id).get(0).details();
        ledger.write(write -> write.move(
                id, Set.of(TransferState.QUARANTINED), TransferState.RECEIVED, EntryKind.RECEIVED, received));
        check(id);

        delivery.deliver(id);

        assertThat(everything()).hasSize(4).contains("taisho-audit/errors/ERROR_" + id + "_2.csv");
        assertThat(kinds(id)).endsWith(EntryKind.QUARANTINED, EntryKind.ERROR_REPORTED);
    }

    @Test
    void tellsTheSenderOfARequestThatCouldNotBeCarriedOut() throws IOException {
        TransferId request = received("core-system.re-examination-selection", RIGHT);
        TransferId id = stopped("payer-fund.re-examination-request", request, false);

        delivery.deliver(id);

        assertThat(everything())
                .containsExactly("core-system/errors/ERROR_" + id + ".csv", "core-system/errors/ERROR_" + id + ".txt");
        assertThat(Files.readString(temp.resolve("core-system/errors/ERROR_" + id + ".txt")))
                .contains(request.value());
    }

    @Test
    void tellsNobodyOfErrorsInAFileThatTheGatewayMade() throws IOException {
        TransferId request = received("core-system.re-examination-selection", RIGHT);
        TransferId id = stopped("payer-fund.re-examination-request", request, true);

        delivery.deliver(id);

        assertThat(everything()).isEmpty();
    }

    /** What a broken delivery left is gone on with as long as exactly this report is due. */
    @Test
    void aReportThatWasGivenOrIsAnotherNowIsLeftNowhere() throws IOException {
        TransferId id = checked(RESULTS, WRONG);
        tidy();
        assertThat(unwanted).rejects("ERROR_" + id + ".csv", "ERROR_" + id + ".txt");
        assertThat(unwanted).accepts("ERROR_" + id + "_2.csv", "REJECTED_" + id + ".csv");

        delivery.deliver(id);

        assertThat(unwanted).accepts("ERROR_" + id + ".csv");
        assertThat(unwanted).rejects("ERROR_01K6ZZZZZZZZZZZZZZZZZZZZZZ.csv", "ERROR_1.csv");
    }

    @Test
    void nothingIsLeftOfAnInterchangeThatWasTakenOut() throws IOException {
        TransferId agreed = received(RESULTS, RIGHT);
        TransferId gone = ledger.write(write -> write.record(new NewTransfer(
                        "taisho-audit.no-more",
                        Direction.OUT,
                        "taisho-audit",
                        Set.of("3-1"),
                        TransferState.ANNOUNCED,
                        null,
                        null,
                        null,
                        null))
                .id());
        tidy();

        assertThat(unwanted).accepts(gone + "-0123456789abcdef").rejects(agreed + "-0123456789abcdef");
    }

    private void tidy() throws IOException {
        delivery.tidy(installation.counterparties().find("taisho-audit").orElseThrow());
    }

    private TransferId stopped(String interchange, TransferId parent, boolean composed) {
        return ledger.write(write -> {
            TransferId id = write.record(transfer(interchange, TransferState.ANNOUNCED, parent, null))
                    .id();
            write.enter(id, EntryKind.ANNOUNCED, Map.of("parent", parent.value()));
            Set<TransferState> before = Set.of(TransferState.ANNOUNCED);
            if (composed) {
                write.move(id, before, TransferState.COMPOSED, EntryKind.COMPOSED, Map.of("sha256", "00"));
                before = Set.of(TransferState.COMPOSED);
            }
            write.findings(id, List.of("{\"severity\":\"error\",\"rule\":\"Q02\",\"line\":0,\"field\":\"/data\"}"));
            write.move(id, before, TransferState.QUARANTINED, EntryKind.QUARANTINED, Map.of("errors", 1));
            return id;
        });
    }

    private TransferId checked(String interchange, byte[] bytes) throws IOException {
        TransferId id = received(interchange, bytes);
        check(id);
        return id;
    }

    private void check(TransferId id) throws IOException {
        Interchange interchange = installation
                .counterparties()
                .interchange(ledger.find(id).orElseThrow().interchange())
                .orElseThrow();
        new ContentCheck(installation.layouts(), installation.counterparties(), installation.payloads(), ledger)
                .check(id, interchange.layout());
    }

    private TransferId received(String interchange, byte[] bytes) throws IOException {
        Ticket ticket = installation.payloads().keep(new ByteArrayInputStream(bytes), 1_000);
        return ledger.write(write -> {
            TransferId id = write.record(transfer(interchange, TransferState.RECEIVED, null, ticket))
                    .id();
            write.enter(id, EntryKind.RECEIVED, Map.of("sha256", ticket.sha256()));
            return id;
        });
    }

    private NewTransfer transfer(
            String interchange, TransferState state, @Nullable TransferId parent, @Nullable Ticket ticket) {
        Interchange agreed =
                installation.counterparties().interchange(interchange).orElseThrow();
        return new NewTransfer(
                interchange,
                agreed.direction(),
                agreed.counterparty(),
                agreed.purposes(),
                state,
                agreed.direction() == Direction.IN ? "KEKKA.csv" : null,
                null,
                parent,
                ticket);
    }

    private Outbox outbox(Counterparty party) {
        Outbox hosted = new HostedOutbox(temp.resolve(party.id()), temp.resolve("var/drafts/" + party.id()));
        return new Outbox() {
            @Override
            public void put(Parcel parcel) throws IOException {
                if (partyIsDown) {
                    throw new NotDeliveredException("down");
                }
                hosted.put(parcel);
            }

            @Override
            public boolean has(Parcel parcel) throws IOException {
                return hosted.has(parcel);
            }

            @Override
            public void settled(String key) throws IOException {
                hosted.settled(key);
            }

            @Override
            public boolean tidy(Predicate<String> asked) {
                unwanted = asked;
                return true;
            }
        };
    }

    private @Nullable String reportState(TransferId id) {
        var report = new TransferListing(installation)
                .account(id, Locale.ENGLISH)
                .orElseThrow()
                .errorReport();
        return report == null ? null : report.state();
    }

    private List<Entry> entries(TransferId id) {
        return ledger.entriesOf(id);
    }

    private List<EntryKind> kinds(TransferId id) {
        return entries(id).stream().map(Entry::kind).toList();
    }

    /** Returns all that lies at any party. */
    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> temp.relativize(file).toString())
                    .filter(file -> !file.startsWith("var/"))
                    .sorted()
                    .toList();
        }
    }
}
