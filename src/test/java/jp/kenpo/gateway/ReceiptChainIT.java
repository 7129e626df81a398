package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.Sftp;
import jp.kenpo.gateway.testing.SharedGateway;
import org.junit.jupiter.api.Test;

/** The way of one file, from outside: in from the payer fund, out to Taisho Audit and the core system, and back. */
class ReceiptChainIT {

    private final GatewayProcess gateway = SharedGateway.get();

    @Test
    void carriesReceiptsToTaishoAuditAndASelectionBackToThePayerFund() throws Exception {
        Made receipts = ReceiptFiles.another(YearMonth.of(2025, 3), 30);
        try (Sftp payerFund = gateway.payerFund()) {
            payerFund.putUnderTemporaryName(receipts.remotePath(), receipts.bytes());
        }

        String checked = gateway.awaitTransfer("taisho-audit.receipt-check-request", "delivered", receipts.sha256())
                .path("fileName")
                .asText("");
        JsonNode arrived = gateway.awaitTransfer("payer-fund.receipts", "accepted", receipts.sha256());
        assertThat(arrived.path("records").asLong()).isEqualTo(30);
        assertThat(arrived.path("members").asLong()).isEqualTo(receipts.patients());
        try (Sftp taisho = gateway.sftp("taisho-audit")) {
            assertThat(taisho.files("download")).contains(checked);
            assertThat(taisho.get("download/" + checked)).isEqualTo(receipts.bytes());
        }

        gateway.awaitTransfer("core-system.receipts", "delivered", receipts.sha256());
        String id = arrived.path("id").asText();
        try (Queues core = gateway.queues()) {
            assertThat(core.waiting("core-system.receipts")).anyMatch(event -> event.contains(id));
            core.send(
                    ReceiptFiles.SELECTION_QUEUE,
                    ReceiptFiles.selection("chain", id, receipts.keys().get(0)));
        }
        JsonNode request = gateway.awaitTransfer(
                "payer-fund.re-examination-request",
                "delivered",
                each -> each.path("records").asLong() == 1);
        try (Sftp payerFund = gateway.payerFund()) {
            assertThat(payerFund.files("re-examination"))
                    .contains(request.path("fileName").asText());
        }
    }

    /** Of what happens at each endpoint Camel registers a gauge twice when two exchanges end at once, and warns of it. */
    @Test
    void metricsTellOfRoutesAndOfNoEndpoint() throws Exception {
        Made receipts = ReceiptFiles.another(YearMonth.of(2025, 4), 3);
        try (Sftp payerFund = gateway.payerFund()) {
            payerFund.putUnderTemporaryName(receipts.remotePath(), receipts.bytes());
        }
        gateway.awaitTransfer("taisho-audit.receipt-check-request", "delivered", receipts.sha256());

        assertThat(gateway.get("/actuator/prometheus"))
                .contains("routeId=\"taisho-audit.receipt-check-request\"")
                .doesNotContain("camel_exchange_event_notifier", "camel_exchanges_last_timestamp");
    }
}
