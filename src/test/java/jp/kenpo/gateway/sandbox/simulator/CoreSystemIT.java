package jp.kenpo.gateway.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreSystemIT {

    private static final String BROKER = "vm://71";
    private static final String CAME_IN = "01K0000000000000000000000A";
    private static final String HANDED_ON = "01K0000000000000000000000B";
    private static final String CHECK = "01K0000000000000000000000C";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-09T03:00:00Z"), ZoneId.of("Asia/Tokyo"));

    @TempDir
    Path folder;

    private GatewayStandIn gateway;
    private EmbeddedActiveMQ broker;
    private ActiveMQConnectionFactory connections;

    @BeforeEach
    void start() throws Exception {
        gateway = new GatewayStandIn(folder, "core-system");
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", BROKER));
        broker.start();
        connections = new ActiveMQConnectionFactory(BROKER);
    }

    @AfterEach
    void stop() throws Exception {
        connections.close();
        broker.stop();
        gateway.close();
    }

    @Test
    void asksForReExaminationOfWhatWasContested() throws Exception {
        handOverReceipts();
        String contested = handOverResult();
        act();

        JsonNode receipts = selection().path("data").path("receipts");
        assertThat(receipts).hasSize(1);
        JsonNode receipt = receipts.get(0);
        assertThat(receipt.path("transfer").asText()).isEqualTo(CAME_IN);
        assertThat(receipt.path("receiptKey").asText()).isEqualTo(contested);
        JsonNode request = receipt.path("requests").get(0);
        assertThat(request.path("reason").asText()).isEqualTo("100060");
        assertThat(request.path("detail").asText()).isEqualTo("100002");
        assertThat(request.path("note").asText()).isEqualTo("検査の回数を確認されたい");
        assertThat(request.path("lines").get(0).path("line").asInt()).isPositive();
    }

    @Test
    void stillKnowsTheReceiptsAfterARestart() throws Exception {
        handOverReceipts();
        act();
        String contested = handOverResult();
        act();
        assertThat(selection()
                        .path("data")
                        .path("receipts")
                        .get(0)
                        .path("receiptKey")
                        .asText())
                .isEqualTo(contested);
    }

    @Test
    void keepsAResultWhoseReceiptsHaveNotComeYet() throws Exception {
        String contested = handOverResult();
        assertThatThrownBy(this::act)
                .isInstanceOf(IOException.class)
                .hasMessage("a check result names a receipt that has not been taken in yet");
        handOverReceipts();
        act();
        assertThat(selection()
                        .path("data")
                        .path("receipts")
                        .get(0)
                        .path("receiptKey")
                        .asText())
                .isEqualTo(contested);
    }

    private void act() throws Exception {
        CoreSystem core = new CoreSystem(connections, gateway.client(), folder.resolve("disk"), new Selections(CLOCK));
        try {
            core.act();
        } finally {
            core.close();
        }
    }

    private void handOverReceipts() throws IOException {
        gateway.handOver("download/receipts/RECEIPT_1.CSV", 20);
        send("core-system.receipts", event(HANDED_ON, CAME_IN, "receipts", "RECEIPT_1.CSV"));
    }

    private String handOverResult() throws IOException {
        gateway.handOver("elsewhere.csv", 20);
        String key =
                ReceiptLines.in(gateway.home().resolve("elsewhere.csv")).get(0).key();
        Path result = gateway.home().resolve("download/check-results/KEKKA_1.csv");
        Files.createDirectories(result.resolveSibling(""));
        Files.write(result, List.of("検索番号,理由コード,備考", key + ",100060,検査の回数を確認されたい"), Charset.forName("windows-31j"));
        send("core-system.receipt-check-result", event(CHECK, CHECK, "check-results", "KEKKA_1.csv"));
        return key;
    }

    private static String event(String transfer, String parent, String eventFolder, String file) {
        return """
                {"specversion":"1.0","id":"1","source":"gateway","type":"t","data":
                {"transfer":"%s","parent":"%s","folder":"%s","fileName":"%s","records":1,"members":1}}""".formatted(transfer, parent, eventFolder, file);
    }

    private void send(String queue, String text) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer().send(context.createQueue(queue), text);
        }
    }

    private JsonNode selection() throws Exception {
        try (JMSContext context = connections.createContext()) {
            Queue queue = context.createQueue("core-system.re-examination-selection");
            Message message = context.createConsumer(queue).receive(5_000);
            return new ObjectMapper().readTree(message.getBody(String.class));
        }
    }
}
