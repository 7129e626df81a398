package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.RemotePeer.Act;
import jp.kenpo.gateway.testing.Sftp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A counterparty that keeps refusing: its transfer waits for a person, and nobody else waits for it. */
class HeldAfterFailuresIT {

    private static final String REQUEST = "payer-fund.re-examination-request";

    @Test
    void holdsATransferThatFailsUntilItsDeadlineAndGoesOnWithTheOthers() throws Exception {
        GatewaySetup setup = GatewaySetup.named("held")
                .with("--gateway.retry.deadline=3s", "--gateway.broker.redelivery-millis=100");
        try (RemotePeer payerFund = RemotePeer.start(setup);
                GatewayProcess gateway = setup.remote(payerFund).start()) {
            payerFund.watch(new RemotePeer.Witness() {
                @Override
                public void before(Act act, String path) throws IOException {
                    if (act == Act.RENAME && path.contains("re-examination")) {
                        throw new IOException("no renaming today");
                    }
                }
            });
            Made first = ReceiptFiles.another(YearMonth.of(2025, 3), 20);
            select(gateway, pass(gateway, first), first);

            JsonNode held = gateway.awaitTransfer(REQUEST, "held", each -> true);
            assertThat(held.path("lastError").asText())
                    .startsWith("the counterparty's SFTP server did not take the file and does not say why: ")
                    .endsWith(" (SftpException)");
            // three seconds of pauses that double from a tenth of a second, and a look each second
            assertThat(held.path("attempts").asInt()).isBetween(2, 6);
            assertThat(held.path("nextAttempt").isNull()).isTrue();
            assertThat(kinds(gateway, held))
                    .filteredOn("failed"::equals)
                    .hasSize(held.path("attempts").asInt());
            assertThat(kinds(gateway, held)).endsWith("held");
            assertThat(requests(payerFund)).isEmpty();

            payerFund.watch(new RemotePeer.Witness() {});
            Made second = ReceiptFiles.another(YearMonth.of(2025, 4), 20);
            select(gateway, pass(gateway, second), second);
            JsonNode delivered = gateway.awaitTransfer(REQUEST, "delivered", each -> true);
            assertThat(requests(payerFund))
                    .containsExactly(delivered.path("fileName").asText());
            assertThat(gateway.transfer(held.path("id").asText()).path("state").asText())
                    .isEqualTo("held");

            String id = held.path("id").asText();
            assertThat(gateway.command("reject", id, "--reason", "not to be sent any more")
                            .exitCode())
                    .isZero();
            assertThat(gateway.transfer(id).path("state").asText()).isEqualTo("rejected");
            assertThat(gateway.command("release", id).exitCode()).isOne();
            // what the refused renames left there under temporary names
            Awaitility.await("nothing is left of it there")
                    .atMost(GatewayProcess.PATIENCE)
                    .until(() -> names(payerFund).equals(requests(payerFund)));
            assertThat(requests(payerFund))
                    .containsExactly(delivered.path("fileName").asText());
        }
    }

    private static JsonNode pass(GatewayProcess gateway, Made file) throws IOException {
        try (Sftp client = gateway.payerFund()) {
            client.putUnderTemporaryName(file.remotePath(), file.bytes());
        }
        gateway.awaitTransfer("taisho-audit.receipt-check-request", "delivered", file.sha256());
        return gateway.awaitTransfer("payer-fund.receipts", "accepted", file.sha256());
    }

    private static void select(GatewayProcess gateway, JsonNode arrived, Made file) {
        String id = arrived.path("id").asText();
        try (Queues core = gateway.queues()) {
            core.send(
                    ReceiptFiles.SELECTION_QUEUE,
                    ReceiptFiles.selection("selection-" + id, id, file.keys().get(0)));
        }
    }

    private static List<String> kinds(GatewayProcess gateway, JsonNode transfer) {
        JsonNode entries = gateway.transfer(transfer.path("id").asText()).path("entries");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("kind").asText())
                .toList();
    }

    private static List<String> requests(RemotePeer payerFund) throws IOException {
        return names(payerFund).stream().filter(name -> !name.startsWith(".")).toList();
    }

    private static List<String> names(RemotePeer payerFund) throws IOException {
        try (Stream<Path> files = Files.list(payerFund.disk().resolve("re-examination"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
