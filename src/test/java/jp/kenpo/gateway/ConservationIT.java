package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.Sftp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A gateway whose database loses a record: that interchange stands still, everybody sees it, and a person ends it. */
class ConservationIT {

    private static final String IN = "payer-fund.receipts";
    private static final String CORE = "core-system.receipts";
    private static final String RESULTS = "taisho-audit.receipt-check-result";

    /** The count of each file of receipts is one too few, as a fault of the database would have it. */
    private static final String LOSE_ONE = """
            create trigger lose_one after update of records on transfer when new.interchange = 'payer-fund.receipts'
            begin update transfer set records = new.records - 1 where id = new.id; end
            """;

    private static final String RIGHT = "検索番号,理由コード,備考\r\n20260600000000000001,100043,\r\n";

    @Test
    void stopsOneInterchangeUntilAPersonHasMovedTheTransfer() throws Exception {
        Made lost = ReceiptFiles.another(YearMonth.of(2024, 1), 3);
        Made next = ReceiptFiles.another(YearMonth.of(2024, 2), 4);
        try (GatewayProcess gateway = GatewaySetup.named("conservation").start()) {
            sql(gateway, LOSE_ONE);
            arrive(gateway, lost);
            String id = gateway.awaitTransfer(
                            IN, "held", each -> each.path("records").asInt() == 2)
                    .path("id")
                    .asText();
            assertThat(gateway.transfer(id).toString()).contains("not-conserved: 3 records came, but 2 leave");
            Awaitility.await("the alarm")
                    .atMost(GatewayProcess.PATIENCE)
                    .until(() -> gateway.get("/actuator/prometheus").contains("gateway_interchanges_stopped 1.0"));
            assertThat(gateway.get("/actuator/health/readiness")).contains("standingStill", id);
            assertThat(state(gateway)).isEqualTo("not-conserved");
            GatewayProcess.Ended totals = gateway.command("totals");
            assertThat(totals.exitCode()).isEqualTo(1);
            assertThat(totals.out()).contains(IN + ": 1 records are not accounted for", id);

            sql(gateway, "drop trigger lose_one");
            gateway.restart();
            arrive(gateway, next);
            try (Sftp taisho = gateway.sftp("taisho-audit")) {
                taisho.put("upload/" + RESULTS_FILE, RIGHT.getBytes(java.nio.charset.Charset.forName("windows-31j")));
            }
            gateway.awaitTransfer(RESULTS, "accepted", each -> true);
            assertThat(state(gateway)).isEqualTo("not-conserved");
            assertThat(source(gateway, next)).as("nothing is taken in there").exists();

            assertThat(gateway.command("release", id, "--reason", "mended").exitCode())
                    .isZero();
            gateway.awaitTransfer(CORE, "delivered", lost.sha256());
            gateway.awaitTransfer(CORE, "delivered", next.sha256());
            assertThat(state(gateway)).isEqualTo("started");
            assertThat(gateway.command("ledger", "verify").exitCode()).isZero();
            assertThat(gateway.log().split("stands still: the records of transfer " + id, -1))
                    .as("said once a start")
                    .hasSize(3);
        }
    }

    private static final String RESULTS_FILE = "KEKKA_1.csv";

    private static String state(GatewayProcess gateway) throws IOException {
        for (JsonNode route : new ObjectMapper().readTree(gateway.get("/api/v1/routes"))) {
            if (route.path("id").asText().equals(IN)) {
                return route.path("state").asText();
            }
        }
        throw new AssertionError("no route " + IN);
    }

    private static Path source(GatewayProcess gateway, Made file) {
        return gateway.payerFundDisk().resolve(file.remotePath());
    }

    private static void arrive(GatewayProcess gateway, Made file) throws IOException {
        try (Sftp client = gateway.payerFund()) {
            client.putUnderTemporaryName(file.remotePath(), file.bytes());
        }
    }

    private static void sql(GatewayProcess gateway, String statement) throws SQLException {
        String url = "jdbc:sqlite:" + gateway.dataDir().resolve("ledger/ledger.db") + "?busy_timeout=30000";
        try (var database = DriverManager.getConnection(url);
                var carriedOut = database.createStatement()) {
            carriedOut.execute(statement);
        }
    }
}
