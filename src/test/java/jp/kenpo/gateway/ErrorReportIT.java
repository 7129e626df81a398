package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.Sftp;
import jp.kenpo.gateway.testing.SharedGateway;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a counterparty finds after it sent a file that can't be taken in. */
class ErrorReportIT {

    private static final String RESULTS = "taisho-audit.receipt-check-result";
    private static final String SELECTION = "core-system.re-examination-selection";
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private final GatewayProcess gateway = SharedGateway.get();

    @Test
    void tellsTaishoAuditWhatIsWrongInItsResult() throws IOException {
        byte[] wrong = ReceiptFiles.shiftJis(
                "検索番号,理由コード,備考\r\n20260800000000000001,999999,\r\n20260800000000000002,100043,=秘匿\r\n");
        try (Sftp sftp = gateway.sftp("taisho-audit")) {
            List<String> before = sftp.files("download");
            sftp.put("upload/KEKKA_wrong.csv", wrong);

            JsonNode account = reported(RESULTS, wrong);

            String name = "ERROR_" + account.path("id").asText();
            assertThat(sftp.files("download/errors")).contains(name + ".csv", name + ".txt");
            byte[] csv = sftp.get("download/errors/" + name + ".csv");
            assertThat(new String(csv, SHIFT_JIS).lines().toList())
                    .hasSize(3)
                    .startsWith("行,レコード,項目,コード,重大度,内容,対処")
                    .anyMatch(line -> line.startsWith("2,データ行 1,理由コード,C11,エラー,"))
                    .anyMatch(line -> line.startsWith("3,データ行 2,備考,C12,エラー,"))
                    .noneMatch(line -> line.contains("999999") || line.contains("秘匿"));
            assertThat(new String(sftp.get("download/errors/" + name + ".txt"), StandardCharsets.UTF_8))
                    .contains("ファイル名: KEKKA_wrong.csv", "エラー 2 件、警告 0 件", "Errors: 2, warnings: 0")
                    .doesNotContain("999999", "秘匿");
            JsonNode entered = account.path("entries")
                    .get(account.path("entries").size() - 1)
                    .path("details");
            assertThat(entered.path("counterparty").asText()).isEqualTo("taisho-audit");
            assertThat(entered.at("/files/0/sha256").asText()).isEqualTo(ReceiptFiles.sha256(csv));
            assertThat(account.at("/errorReport/state").asText()).isEqualTo("sent");
            assertThat(account.at("/chain/children")).isEmpty();
            assertThat(sftp.files("download")).isEqualTo(before);
        }
        try (Sftp core = gateway.sftp("core-system")) {
            assertThat(core.files("download/errors")).noneMatch(name -> name.contains("KEKKA"));
        }
    }

    @Test
    void tellsTheCoreSystemWhatIsWrongInItsMessage() throws IOException {
        String wrong = ReceiptFiles.selection("reported", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "20260700000000000001")
                .replace("100020", "999999");
        try (Queues queues = gateway.queues()) {
            queues.send(SELECTION, wrong);
        }

        JsonNode account = reported(SELECTION, ReceiptFiles.utf8(wrong));

        try (Sftp core = gateway.sftp("core-system")) {
            String csv = new String(
                    core.get("download/errors/ERROR_" + account.path("id").asText() + ".csv"), StandardCharsets.UTF_8);
            assertThat(csv).startsWith("\uFEFF行,").contains(",S20,エラー,存在しない理由番号です。,");
        }
    }

    private JsonNode reported(String interchange, byte[] bytes) {
        String id = gateway.awaitTransfer(interchange, "quarantined", ReceiptFiles.sha256(bytes))
                .path("id")
                .asText();
        return Awaitility.await("the error report")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> gateway.transfer(id), account -> account.path("entries")
                        .findValuesAsText("kind")
                        .contains("error-reported"));
    }
}
