package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.function.Predicate;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.receipt.SavedReceiptFile;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.Sftp;
import org.junit.jupiter.api.Test;

/** A receipt file four times larger than the heap takes the whole way. */
class LargeFileIT {

    private static final long GIGABYTE = 1_000_000_000;
    private static final long RECEIPTS = 560_000;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @Test
    void carriesAGigabyteInAHeapOf256Megabytes() throws Exception {
        GatewaySetup setup = GatewaySetup.named("large");
        try (GatewayProcess gateway = setup.fullSpeed().start()) {
            ReceiptFile receipts =
                    ReceiptFile.medical(new FictionalSociety(9, 110_000), YearMonth.of(2025, 3), 9, RECEIPTS);
            SavedReceiptFile saved = SavedReceiptFile.save(
                    receipts, gateway.payerFundDisk().resolve("receipts").resolve(receipts.path()));
            assertThat(saved.written().bytes()).isGreaterThan(GIGABYTE);

            Predicate<JsonNode> same = each -> each.path("sha256").asText().equals(saved.sha256());
            JsonNode delivered =
                    gateway.awaitTransfer("taisho-audit.receipt-check-request", "delivered", same, PATIENCE);
            assertThat(delivered.path("records").asLong()).isEqualTo(RECEIPTS);
            try (Sftp taisho = gateway.sftp("taisho-audit");
                    InputStream file =
                            taisho.open("download/" + delivered.path("fileName").asText())) {
                assertThat(sha256(file)).isEqualTo(saved.sha256());
            }
            gateway.awaitTransfer("core-system.receipts", "delivered", same, PATIENCE);
            assertThat(gateway.log()).doesNotContain("OutOfMemoryError");
            assertThat(gateway.isAlive()).isTrue();
        } finally {
            setup.remove();
        }
    }

    private static String sha256(InputStream file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream digesting = new DigestInputStream(file, digest)) {
            digesting.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
