package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewayProcess.Ended;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.Sftp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What waits goes on after rules and agreement were put right, once; what is rejected is told; by commands, as people do. */
class QuarantineIT {

    private static final String RECEIPTS = "payer-fund.receipts";
    private static final String REQUEST = "taisho-audit.receipt-check-request";
    private static final String RESULTS = "taisho-audit.receipt-check-result";
    private static final String COPY = "core-system.receipt-check-result";
    private static final String LAYOUT = "layouts/receipt-check-result.yaml";
    private static final String AGREEMENT = "counterparties/taisho-audit.yaml";
    private static final String REASON = "契約期間外の送付のため";

    private final GatewaySetup setup = GatewaySetup.named("quarantine");
    private final Path config = setup.folder().resolve("config");

    @Test
    void goesOnAfterTheRulesWerePutRightAndNothingIsDeliveredTwice() throws IOException {
        copyConfiguration();
        edit(LAYOUT, "codes: [100011,", "codes: [");
        edit(AGREEMENT, "until: 2031-03-31", "until: 2021-03-31");
        Made receipts = ReceiptFiles.another(YearMonth.of(2026, 3), 5);
        byte[] result = result("100011");
        byte[] wrong = result("999999");
        try (GatewayProcess gateway = setup.config(config).start()) {
            String refused = sendReceipts(gateway, receipts);
            String quarantined = send(gateway, "KEKKA_1.csv", result);
            String hopeless = send(gateway, "KEKKA_2.csv", wrong);

            assertThat(handled(gateway, 1, "replay", quarantined).path("result").asText())
                    .isEqualTo("unchanged");
            rejects(gateway, hopeless);
            assertThat(handled(gateway, 1, "mark-delivered", refused, "--evidence", "by telephone")
                            .path("result")
                            .asText())
                    .isEqualTo("not-in-delivery");

            gateway.stop();
            edit(LAYOUT, "codes: [", "codes: [100011,");
            edit(AGREEMENT, "until: 2021-03-31", "until: 2031-03-31");
            replaysAndReleases(gateway, quarantined, refused);
            gateway.start();

            gateway.awaitTransfer(RESULTS, "accepted", ReceiptFiles.sha256(result));
            JsonNode copy = gateway.awaitTransfer(COPY, "delivered", each -> true);
            JsonNode request = gateway.awaitTransfer(REQUEST, "delivered", each -> true);
            assertThat(request.path("id").asText()).isEqualTo(refused);
            assertThat(count(gateway, COPY)).isOne();
            assertThat(count(gateway, REQUEST)).isOne();
            assertFiles(gateway, copy, request);
            assertThat(gateway.command("ledger", "verify").exitCode()).isZero();
        }
    }

    private static String sendReceipts(GatewayProcess gateway, Made receipts) throws IOException {
        try (Sftp client = gateway.payerFund()) {
            client.putUnderTemporaryName(receipts.remotePath(), receipts.bytes());
        }
        gateway.awaitTransfer(RECEIPTS, "accepted", receipts.sha256());
        JsonNode refused = gateway.awaitTransfer(REQUEST, "refused", each -> true);
        assertThat(refused.path("lastError").asText()).startsWith("agreement-ended");
        return refused.path("id").asText();
    }

    private static String send(GatewayProcess gateway, String name, byte[] bytes) throws IOException {
        try (Sftp client = gateway.sftp("taisho-audit")) {
            client.put("upload/" + name, bytes);
        }
        return gateway.awaitTransfer(RESULTS, "quarantined", ReceiptFiles.sha256(bytes))
                .path("id")
                .asText();
    }

    private static void rejects(GatewayProcess gateway, String id) throws IOException {
        assertThat(handled(gateway, 0, "reject", id, "--reason", REASON)
                        .path("after")
                        .asText())
                .isEqualTo("rejected");
        String told = "download/errors/REJECTED_" + id + ".txt";
        try (Sftp client = gateway.sftp("taisho-audit")) {
            Awaitility.await().atMost(GatewayProcess.PATIENCE).until(() -> client.files("download/errors")
                    .contains("REJECTED_" + id + ".txt"));
            assertThat(new String(client.get(told), StandardCharsets.UTF_8))
                    .contains("このファイルは組合で却下しました。理由：" + REASON, "The society rejected the file.");
        }
        assertThat(handled(gateway, 1, "release", id).path("result").asText()).isEqualTo("not-waiting");
    }

    /** While the gateway does not run: it goes on with them when it starts. */
    private static void replaysAndReleases(GatewayProcess gateway, String quarantined, String refused) {
        assertThat(handled(gateway, 0, "replay", quarantined, "--dry-run")
                        .path("after")
                        .asText())
                .isEqualTo("quarantined");
        JsonNode replayed = handled(gateway, 0, "replay", "--interchange", RESULTS, "--state", "quarantined");
        assertThat(replayed.path("id").asText()).isEqualTo(quarantined);
        assertThat(replayed.at("/difference/before/decision").asText()).isEqualTo("quarantined");
        assertThat(replayed.at("/difference/after/decision").asText()).isEqualTo("granted");
        assertThat(replayed.at("/difference/findingsGone/C11").asLong()).isOne();

        assertThat(handled(gateway, 0, "release", refused, "--reason", "契約を更新")
                        .path("after")
                        .asText())
                .isEqualTo("announced");
    }

    private static void assertFiles(GatewayProcess gateway, JsonNode copy, JsonNode request) throws IOException {
        try (Sftp core = gateway.sftp("core-system");
                Sftp taisho = gateway.sftp("taisho-audit")) {
            assertThat(core.filesBelow("download"))
                    .filteredOn(path -> path.contains("KEKKA"))
                    .singleElement()
                    .asString()
                    .endsWith(copy.path("fileName").asText());
            assertThat(taisho.filesBelow("download"))
                    .filteredOn(path -> !path.contains("errors"))
                    .singleElement()
                    .asString()
                    .endsWith(request.path("fileName").asText());
        }
    }

    private static JsonNode handled(GatewayProcess gateway, int exitCode, String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
        Ended ended = gateway.command(all);
        assertThat(ended.exitCode()).as("%s", ended).isEqualTo(exitCode);
        try {
            JsonNode handled = new ObjectMapper().readTree(ended.out());
            assertThat(handled).as("%s", ended).hasSize(1);
            return handled.get(0);
        } catch (IOException noJson) {
            throw new AssertionError(ended.toString(), noJson);
        }
    }

    private static long count(GatewayProcess gateway, String interchange) {
        return gateway.transfers().stream()
                .filter(each -> each.path("interchange").asText().equals(interchange))
                .flatMap(each -> entries(gateway, each).stream())
                .filter("delivered"::equals)
                .count();
    }

    private static List<String> entries(GatewayProcess gateway, JsonNode transfer) {
        JsonNode entries = gateway.transfer(transfer.path("id").asText()).path("entries");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("kind").asText())
                .toList();
    }

    private static byte[] result(String code) {
        return ReceiptFiles.shiftJis("検索番号,理由コード,備考\r\n20260300000000000001," + code + ",\r\n");
    }

    private void copyConfiguration() throws IOException {
        Path from = Path.of("config");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, config.resolve(from.relativize(file)));
            }
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = config.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
