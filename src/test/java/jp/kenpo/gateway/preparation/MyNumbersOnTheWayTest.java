package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.gate.PurposeGate;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.TrialInstallation;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt file with My Numbers in remarks of diseases, under what two interchanges agree for them. */
class MyNumbersOnTheWayTest {

    private static final String FUND = "payer-fund";
    private static final String TAISHO = "taisho-audit";
    private static final String NUMBER = "１２３４５６７８９０１８";

    @TempDir
    Path temp;

    private Installation installation = new TrialInstallation(Path.of("unused")).besideRunning();

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void waitForAPersonWhereNothingIsAgreed() throws IOException {
        start("refuse", "refuse");
        TransferId id = checked();

        assertThat(find(id).state()).isEqualTo(TransferState.QUARANTINED);
        assertThat(find(id).lastError()).contains("G03");
        assertThat(installation.ledger().findingsOf(id)).anyMatch(json -> json.contains("\"G03\""));
        assertThat(String.join("", installation.ledger().findingsOf(id))).doesNotContain(NUMBER);
    }

    @Test
    void comeInButDoNotGoOnWhereOnlyTheSenderMaySendThem() throws IOException {
        start("mask", "refuse");
        TransferId id = checked();
        assertThat(find(id).state()).isEqualTo(TransferState.CHECKED);

        assertThat(decided(id)).isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Decision.Reason.MY_NUMBER));
    }

    @Test
    void leaveMaskedWhereThatIsAgreed() throws IOException {
        start("mask", "mask");
        TransferId announced = announced(checked());
        assertThat(decide(announced)).isInstanceOf(Decision.Granted.class);
        new Minimiser(
                        installation.layouts(),
                        installation.counterparties(),
                        installation.payloads(),
                        installation.ledger())
                .minimise(announced, "receipt");

        Ticket ticket = find(announced).ticket();
        assertThat(ticket).isNotNull();
        String left = new String(installation.payloads().open(ticket).readAllBytes(), Charset.forName("windows-31j"));
        assertThat(left).doesNotContain(NUMBER).contains("番号＊＊＊＊＊＊＊＊＊＊＊＊");
        assertThat(left.replace("＊＊＊＊＊＊＊＊＊＊＊＊", NUMBER).getBytes(Charset.forName("windows-31j")))
                .isEqualTo(file());
        assertThat(installation
                        .ledger()
                        .sealed(announced, Set.of(EntryKind.MINIMISED))
                        .orElseThrow()
                        .details())
                .containsEntry("myNumber", "masked")
                .containsKey("removed");
    }

    private TransferId checked() throws IOException {
        Ticket ticket = installation.payloads().keep(new ByteArrayInputStream(file()), 10_000_000);
        TransferId id = installation.ledger().write(write -> {
            TransferId received = write.record(new NewTransfer(
                            FUND + ".receipts",
                            Direction.IN,
                            FUND,
                            Set.of("3-0a"),
                            TransferState.RECEIVED,
                            null,
                            null,
                            null,
                            ticket))
                    .id();
            write.enter(received, EntryKind.RECEIVED, Map.of("sha256", ticket.sha256()));
            return received;
        });
        new ContentCheck(
                        installation.layouts(),
                        installation.counterparties(),
                        installation.payloads(),
                        installation.ledger())
                .check(id, "receipt");
        return id;
    }

    private Decision decided(TransferId parent) {
        return decide(announced(parent));
    }

    private TransferId announced(TransferId parent) {
        return installation.ledger().write(write -> {
            TransferId id = write.record(new NewTransfer(
                            TAISHO + ".receipt-check-request",
                            Direction.OUT,
                            TAISHO,
                            Set.of("3-1"),
                            TransferState.ANNOUNCED,
                            null,
                            null,
                            parent,
                            find(parent).ticket()))
                    .id();
            write.enter(id, EntryKind.ANNOUNCED, Map.of("parent", parent.value()));
            return id;
        });
    }

    private Decision decide(TransferId id) {
        return new PurposeGate(
                        installation.gate(),
                        installation.purposes(),
                        installation.counterparties(),
                        installation.ledger(),
                        installation.clock())
                .decide(id, "3-1", TAISHO + ".receipt-check-request");
    }

    private Transfer find(TransferId id) {
        return installation.ledger().find(id).orElseThrow();
    }

    private static byte[] file() {
        return ReceiptText.of(ReceiptFiles.of(YearMonth.of(2026, 7), 1, 5).bytes())
                .withItem("SY", 8, "番号" + NUMBER)
                .bytes();
    }

    private void start(String fund, String taisho) throws IOException {
        Path config = temp.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            files.forEach(file -> copy(file, config.resolve(Path.of("config").relativize(file))));
        }
        agree(config, FUND, "  receipts:\n    direction: in\n", fund);
        agree(config, TAISHO, "  receipt-check-request:\n    direction: out\n", taisho);
        installation = new TrialInstallation(temp.resolve("var"), config).running();
    }

    private static void agree(Path config, String counterparty, String after, String use) throws IOException {
        Path file = config.resolve("counterparties").resolve(counterparty + ".yaml");
        String text = Files.readString(file);
        assertThat(text).contains(after);
        Files.writeString(file, text.replace(after, after + "    my-number: " + use + "\n"));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
