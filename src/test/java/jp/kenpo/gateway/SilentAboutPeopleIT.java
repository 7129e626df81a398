package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptText;
import jp.kenpo.gateway.testing.Sftp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All interchanges are used with every logger at DEBUG; then nothing of a person is found where it must not be. */
class SilentAboutPeopleIT {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    /** What the receipts say of people: who they are, how they are insured, what they suffer from. */
    private static final List<String> OF_PEOPLE = List.of(
            "秘匿山　隠子",
            "秘匿山",
            "ヒトクヤマカクシコ",
            "健保７７７",
            "８１２３４５６",
            "健保777",
            "8123456",
            "19610417",
            "1961-04-17",
            "19611417",
            "K9876543",
            "隠町四丁目",
            "秘密症候群",
            "誰にも言えない",
            "7654321");

    /** What staff write about receipts, and what a wrong message of theirs holds; the broker keeps messages a while. */
    private static final List<String> OF_STAFF = List.of("点検者の覚え書", "担当者の覚え書", "書き間違えた人", "91827364");

    private static final GatewayProcess gateway = GatewaySetup.named("silent-about-people")
            .with(
                    "--logging.level.root=DEBUG",
                    "--logging.level.jp.kenpo=TRACE",
                    "--logging.level.org.apache.camel=DEBUG",
                    "--logging.level.org.apache.camel.component.file.remote=DEBUG",
                    "--logging.level.org.apache.activemq.audit=DEBUG",
                    "--logging.level.org.apache.activemq.artemis=DEBUG",
                    "--logging.level.org.apache.sshd=DEBUG",
                    "--logging.level.org.flywaydb=DEBUG")
            .start();

    private static final List<Message> toTheCoreSystem = new ArrayList<>();
    private static final Set<String> used = new TreeSet<>();

    @BeforeAll
    static void useEveryInterchange() throws IOException {
        ReceiptFiles.Made made = ReceiptFiles.another(YearMonth.of(2026, 1), 3);
        byte[] receipts = telling(made.bytes()).bytes();
        String received = take("payer-fund.receipts", made.remotePath(), receipts, "accepted");
        gateway.awaitTransfer("taisho-audit.receipt-check-request", "delivered", ReceiptFiles.sha256(receipts));
        gateway.awaitTransfer("core-system.receipts", "delivered", ReceiptFiles.sha256(receipts));

        String key = made.keys().get(0);
        byte[] result = ReceiptFiles.shiftJis("検索番号,理由コード,備考\r\n" + key + ",100060,点検者の覚え書\r\n");
        try (Sftp sftp = gateway.sftp("taisho-audit")) {
            sftp.put("upload/KEKKA_1.csv", result);
        }
        gateway.awaitTransfer("core-system.receipt-check-result", "delivered", ReceiptFiles.sha256(result));

        String selection = ReceiptFiles.selection("silent", received, key)
                .replace("\"reason\": \"100020\"", "\"reason\": \"100043\", \"note\": \"担当者の覚え書\"");
        try (Queues queues = gateway.queues()) {
            queues.send("core-system.re-examination-selection", selection);
            gateway.awaitTransfer("payer-fund.re-examination-request", "delivered", each -> true);
            takeAll(queues, "core-system.receipts");
            takeAll(queues, "core-system.receipt-check-result");
        }
        waitForAPerson(made);
        gateway.transfers().forEach(each -> used.add(each.path("interchange").asText()));
    }

    /** Values that are wrong in every place where a person's stand: findings, but none that quotes. */
    private static void waitForAPerson(ReceiptFiles.Made made) throws IOException {
        ReceiptText damaged = telling(made.bytes())
                .withItem("RE", 5, "秘匿山A隠子")
                .withItem("RE", 7, "19611417")
                .withItem("RE", 14, "K9876543" + "9".repeat(20))
                .withItem("RE", 37, "ヒトクヤマカクシコ".repeat(9))
                .withItem("HO", 2, "8123456X")
                .withItem("HO", 4, "８１２３４５６8123456")
                .withItem("SN", 7, "8123456")
                .withItem("SY", 6, "秘密症候群".repeat(9));
        String id = take("payer-fund.receipts", made.remotePath(), damaged.bytes(), "quarantined");
        assertThat(gateway.transfer(id).path("findings").findValuesAsText("field"))
                .contains("氏名 (patientName)", "生年月日 (birthDate)", "被保険者証等の番号 (cardNumber)");
        byte[] formula = ReceiptFiles.shiftJis("検索番号,理由コード,備考\r\n秘匿山,8123456,=秘匿山　隠子\r\n");
        try (Sftp sftp = gateway.sftp("taisho-audit")) {
            sftp.put("upload/KEKKA_2.csv", formula);
        }
        gateway.awaitTransfer("taisho-audit.receipt-check-result", "quarantined", ReceiptFiles.sha256(formula));
        try (Queues queues = gateway.queues()) {
            queues.send(
                    "core-system.re-examination-selection",
                    ReceiptFiles.selection("wrong", "書き間違えた人", "91827364").replace("100020", "書き間違えた人"));
        }
        gateway.awaitTransfer("core-system.re-examination-selection", "quarantined", each -> true);
    }

    @AfterAll
    static void end() {
        gateway.close();
    }

    @Test
    void allSevenInterchangesWereUsed() {
        assertThat(used)
                .containsExactlyInAnyOrder(
                        "payer-fund.receipts",
                        "taisho-audit.receipt-check-request",
                        "core-system.receipts",
                        "taisho-audit.receipt-check-result",
                        "core-system.receipt-check-result",
                        "core-system.re-examination-selection",
                        "payer-fund.re-examination-request");
        assertThat(gateway.log()).contains(" DEBUG ");
    }

    /** Else the search below would show nothing. */
    @Test
    void theSearchFindsWhatWentToTaisho() throws IOException {
        assertThat(told(gateway.dataDir().resolve("homes/taisho-audit"), OF_PEOPLE))
                .anyMatch(found -> found.startsWith("秘匿山　隠子 in "))
                .anyMatch(found -> found.startsWith("８１２３４５６ in "))
                .anyMatch(found -> found.startsWith("秘密症候群 in "));
    }

    @Test
    void theLogIsSilent() throws IOException {
        assertThat(told(gateway.logFile(), everything())).isEmpty();
    }

    @Test
    void theLedgerIsSilent() throws IOException {
        assertThat(told(gateway.dataDir().resolve("ledger"), everything())).isEmpty();
    }

    @Test
    void noFileOfTheGatewayTellsOutsideOfTheHomes() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> parts = Files.list(gateway.dataDir())) {
            for (Path part : parts.filter(each -> !isOfACounterparty(each)).toList()) {
                found.addAll(told(part, OF_PEOPLE));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void namesOfFilesAreSilent() throws IOException {
        try (Stream<Path> files = Files.walk(gateway.dataDir())) {
            assertThat(files.map(Path::toString))
                    .noneMatch(path -> everything().stream().anyMatch(path::contains));
        }
    }

    @Test
    void metricsAreSilent() {
        String metrics = gateway.get("/actuator/prometheus");

        assertThat(metrics).contains("jvm_memory_used_bytes");
        assertThat(everything()).noneMatch(metrics::contains);
        assertThat(metrics).as("addresses and folders").doesNotContain("sftp:", "file:");
    }

    @Test
    void messagesToTheCoreSystemAreSilent() throws JMSException {
        assertThat(toTheCoreSystem).hasSize(2);
        for (Message message : toTheCoreSystem) {
            StringBuilder text = new StringBuilder(message.getBody(String.class));
            for (Object name : Collections.list((Enumeration<?>) message.getPropertyNames())) {
                text.append(name)
                        .append('=')
                        .append(message.getObjectProperty((String) name))
                        .append('\n');
            }
            text.append(message.getJMSCorrelationID()).append(message.getJMSType());
            assertThat(everything()).noneMatch(text.toString()::contains);
        }
    }

    @Test
    void pagesAndListingsAreSilent() {
        StringBuilder text = new StringBuilder(gateway.get("/")).append(gateway.get("/api/v1/transfers?limit=1000"));
        for (JsonNode transfer : gateway.transfers()) {
            text.append(gateway.transfer(transfer.path("id").asText()));
        }
        assertThat(everything()).noneMatch(text.toString()::contains);
    }

    private static ReceiptText telling(byte[] receipts) {
        ReceiptText text = ReceiptText.of(receipts)
                .withItem("MN", 3, "東京都架空区隠町四丁目")
                .withItem("RE", 5, "秘匿山　隠子")
                .withItem("RE", 7, "19610417")
                .withItem("RE", 14, "K9876543")
                .withItem("RE", 37, "ヒトクヤマカクシコ")
                .withItem("HO", 3, "健保７７７")
                .withItem("HO", 4, "８１２３４５６");
        return text.with(
                        text.find(1, "SY", ""),
                        line -> line.replaceAll(",SY,.*", ",SY,0000999,20251201,1,,誰にも言えない秘密症候群,01,"))
                .withItem("KO", 3, "7654321");
    }

    private static String take(String interchange, String path, byte[] bytes, String state) throws IOException {
        try (Sftp sftp = gateway.payerFund()) {
            sftp.putUnderTemporaryName(path, bytes);
        }
        return gateway.awaitTransfer(interchange, state, ReceiptFiles.sha256(bytes))
                .path("id")
                .asText();
    }

    private static void takeAll(Queues queues, String queue) {
        Optional<Message> message = queues.take(queue, GatewayProcess.PATIENCE);
        while (message.isPresent()) {
            toTheCoreSystem.add(message.get());
            message = queues.take(queue, Duration.ofMillis(200));
        }
    }

    private static List<String> everything() {
        return Stream.concat(OF_PEOPLE.stream(), OF_STAFF.stream()).toList();
    }

    /** Homes belong to the counterparties, and so do the sandbox's disks. */
    private static boolean isOfACounterparty(Path part) {
        return Set.of("homes", "sandbox").contains(part.getFileName().toString());
    }

    /** Returns which words stand in which file, in any encoding and form that one of the programs might write. */
    private static List<String> told(Path place, List<String> words) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                words.stream()
                        .filter(word -> forms(word).anyMatch(bytes::contains))
                        .forEach(word -> found.add(word + " in " + place.relativize(file)));
            }
        }
        return found;
    }

    private static Stream<String> forms(String word) {
        return Stream.of(word, Normalizer.normalize(word, Normalizer.Form.NFKC))
                .flatMap(form -> Stream.of(StandardCharsets.UTF_8, SHIFT_JIS, StandardCharsets.UTF_16LE)
                        .map(encoding -> new String(form.getBytes(encoding), StandardCharsets.ISO_8859_1)));
    }
}
