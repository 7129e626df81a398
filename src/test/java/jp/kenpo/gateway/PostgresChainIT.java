package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.time.YearMonth;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewayProcess.Ended;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.Sftp;
import org.junit.jupiter.api.Test;

/** The gateway with its ledger in PostgreSQL: the same way, and the same proof that nobody changed it. */
class PostgresChainIT {

    private static final String TAISHO = "taisho-audit.receipt-check-request";

    @Test
    void carriesReceiptsAndNamesTheEntryThatSomebodyChanged() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                GatewayProcess gateway = GatewaySetup.named("postgres")
                        .with(
                                "--gateway.database.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                                "--gateway.database.user=postgres")
                        .start()) {
            Made receipts = ReceiptFiles.another(YearMonth.of(2025, 3), 30);
            try (Sftp payerFund = gateway.payerFund()) {
                payerFund.putUnderTemporaryName(receipts.remotePath(), receipts.bytes());
            }
            String name = gateway.awaitTransfer(TAISHO, "delivered", receipts.sha256())
                    .path("fileName")
                    .asText();
            try (Sftp taisho = gateway.sftp("taisho-audit")) {
                assertThat(taisho.get("download/" + name)).isEqualTo(receipts.bytes());
            }
            gateway.awaitTransfer("core-system.receipts", "delivered", receipts.sha256());
            assertThat(gateway.dataDir().resolve("ledger/ledger.db")).doesNotExist();
            gateway.stop();

            assertThat(gateway.command("ledger", "verify").exitCode()).isZero();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("update entry set at = at + 1 where number = 3"))
                        .isEqualTo(1);
            }
            Ended broken = gateway.command("ledger", "verify");
            assertThat(broken.exitCode()).isEqualTo(1);
            assertThat(broken.out() + broken.err()).containsPattern("\\b3\\b");
        }
    }
}
