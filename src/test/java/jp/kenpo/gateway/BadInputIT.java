package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptText;
import jp.kenpo.gateway.testing.Sftp;
import jp.kenpo.gateway.testing.SharedGateway;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no counterparty should send: told or refused, nothing of it lost, and everybody else is served as ever. */
class BadInputIT {

    private static final String RECEIPTS = "payer-fund.receipts";
    private static final String RESULTS = "taisho-audit.receipt-check-result";
    private static final String SELECTION = "core-system.re-examination-selection";
    private static final String NAME = "11_RECODEINFO_MED.CSV";
    private static final YearMonth TREATED = YearMonth.of(2026, 3);
    private static final String FOLDER = "receipts/202605/06990014/0_COMMON001/";
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private final GatewayProcess gateway = SharedGateway.get();

    /** Nothing that a test did may stand in the way of the next file. */
    @AfterEach
    void theOthersGoOn() throws IOException {
        ReceiptFiles.Made good = ReceiptFiles.another(TREATED, 1);
        atThePayerFund(good.remotePath(), good.bytes());
        gateway.awaitTransfer("taisho-audit.receipt-check-request", "delivered", good.sha256());
    }

    @Test
    void anEmptyFileIsKeptAndTold() throws IOException {
        atThePayerFund(FOLDER + NAME, new byte[0]);

        JsonNode account = quarantined(new byte[0]);
        assertThat(account.at("/findings/0/rule").asText()).isEqualTo("F00");
        assertThat(account.at("/findings/0/message").asText()).startsWith("The file is empty.");
    }

    @Test
    void aFileOfAnotherNameIsKeptAndTold() throws IOException {
        byte[] bytes = ReceiptFiles.another(TREATED, 1).bytes();
        atThePayerFund(FOLDER + "RECEIPTS.CSV", bytes);

        assertThat(quarantined(bytes).path("lastError").asText()).startsWith("name or folder is not {month}/");
    }

    @Test
    void aFileUnderTheNameOfAnotherKindIsKeptAndTold() throws IOException {
        byte[] bytes = ReceiptFiles.another(TREATED, 1).bytes();
        atThePayerFund(FOLDER + "12_RECODEINFO_DPC.CSV", bytes);

        assertThat(rules(quarantined(bytes))).containsExactly("F04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"202613", "202600", "2026", "latest"})
    void aFileInAFolderThatIsNoMonthIsKeptAndTold(String month) throws IOException {
        byte[] bytes = ReceiptFiles.another(TREATED, 1).bytes();
        atThePayerFund("receipts/" + month + "/06990014/0_COMMON001/" + NAME, bytes);

        assertThat(quarantined(bytes).path("lastError").asText()).startsWith("name or folder is not {month}/");
    }

    @Test
    void receiptsFromTheFutureOfTheirFolderAreTold() throws IOException {
        byte[] bytes = ReceiptFiles.another(TREATED, 1).bytes();
        atThePayerFund("receipts/202603/06990014/0_COMMON001/" + NAME, bytes);

        assertThat(rules(quarantined(bytes))).contains("F16");
    }

    @Test
    void aFileInAnotherEncodingIsTold() throws IOException {
        byte[] bytes = new String(ReceiptFiles.another(TREATED, 1).bytes(), SHIFT_JIS).getBytes(StandardCharsets.UTF_8);
        atThePayerFund(FOLDER + NAME, bytes);

        assertThat(rules(quarantined(bytes))).contains("F01");
    }

    @Test
    void aLineOfMoreThanEightKibibytesIsTold() throws IOException {
        ReceiptText text = ReceiptText.of(ReceiptFiles.another(TREATED, 2).bytes());
        int place = text.find(1, "SY", "");
        byte[] bytes = text.with(place, line -> line + "あ".repeat(5_000)).bytes();
        atThePayerFund(FOLDER + NAME, bytes);

        JsonNode account = quarantined(bytes);
        assertThat(account.path("findings")).anySatisfy(finding -> {
            assertThat(finding.path("rule").asText()).isEqualTo("F13");
            assertThat(finding.path("line").asLong()).isEqualTo(place + 1);
        });
    }

    @Test
    void receiptsOfAnotherInsurerAreTold() throws IOException {
        byte[] bytes = ReceiptText.of(ReceiptFiles.another(TREATED, 1).bytes())
                .withItem("HO", 2, "06991236")
                .bytes();
        atThePayerFund(FOLDER + NAME, bytes);

        assertThat(rules(quarantined(bytes))).contains("F06");
    }

    @Test
    void aReceiptFileOfOneEndlessLineIsTold() throws IOException {
        byte[] bytes = new byte[3_000_000];
        Arrays.fill(bytes, (byte) '1');
        atThePayerFund(FOLDER + NAME, bytes);

        assertThat(rules(quarantined(bytes))).contains("F13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"11_RECODE\nINFO_MED.CSV", "11_RECODEINFO_MED.CSV\u001b[2J", "back\\slash.CSV", "every?.CSV"})
    void aNameWithControlCharactersIsRefusedAndLeftWhereItIs(String name) throws IOException {
        byte[] bytes = ReceiptFiles.another(TREATED, 1).bytes();
        Path folder = Files.createDirectories(gateway.payerFundDisk().resolve(FOLDER));
        Files.write(folder.resolve(name), bytes);

        JsonNode refused = refused(
                RECEIPTS, each -> each.path("fileName").asText().equals(name.substring(name.lastIndexOf('\\') + 1)));
        assertThat(refused.path("lastError").asText())
                .isEqualTo("the name holds a control character, a slash, a backslash, * or ?");
        assertThat(folder.resolve(name)).hasBinaryContent(bytes);
        assertThat(gateway.command("transfers").out()).doesNotContain("\u001b", "RECODE\nINFO");
        Files.delete(folder.resolve(name));
    }

    @Test
    void aLinkIsRefusedAndNotFollowed() throws IOException {
        Path secret = Files.writeString(gateway.dataDir().resolve("secret"), "not for the payer fund");
        Path folder = Files.createDirectories(gateway.payerFundDisk().resolve("receipts/202604/06990014/0_COMMON001"));
        Path link = Files.createSymbolicLink(folder.resolve(NAME), secret);

        JsonNode refused =
                refused(RECEIPTS, each -> each.path("lastError").asText().contains("symbolic link"));
        assertThat(refused.path("fileName").asText()).isEqualTo(NAME);
        assertThat(refused.path("sha256").isNull()).isTrue();
        assertThat(link).isSymbolicLink();
        Files.delete(link);
    }

    @Test
    void aFolderInPlaceOfAFileIsRefused() throws IOException {
        Path folder = Files.createDirectories(
                gateway.payerFundDisk().resolve("receipts/202603/06990014/0_COMMON001/" + NAME));

        JsonNode refused =
                refused(RECEIPTS, each -> each.path("lastError").asText().contains("a folder stands"));
        assertThat(refused.path("fileName").asText()).isEqualTo(NAME);
        Files.delete(folder);
    }

    @Test
    void anUploadThatBreaksOffIsNotTakenUntilItIsSentWhole() throws IOException {
        byte[] whole = result("17", 40);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        try (Sftp sftp = gateway.sftp("taisho-audit")) {
            sftp.putUnfinished("upload/KEKKA_half.csv", half);
        }
        byte[] other = result("18", 1);
        try (Sftp sftp = gateway.sftp("taisho-audit")) {
            sftp.put("upload/KEKKA_other.csv", other);
            gateway.awaitTransfer(RESULTS, "accepted", ReceiptFiles.sha256(other));
            assertThat(sftp.files("upload")).contains("KEKKA_half.csv");
            assertThat(transfersOf("KEKKA_half.csv")).isEmpty();

            sftp.put("upload/KEKKA_half.csv", whole);
        }
        gateway.awaitTransfer(RESULTS, "accepted", ReceiptFiles.sha256(whole));
        assertThat(transfersOf("KEKKA_half.csv")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KEKKA_jms:queue:core-system.receipts.csv",
                "KEKKA_${file:parent}.csv",
                "KEKKA_$simple{header.CamelFileName}.csv",
                "KEKKA_&delete=false&charset=UTF-8.csv",
                "KEKKA_'; DROP TABLE transfer; --.csv",
                "KEKKA_<script>alert(1).csv"
            })
    void aNameIsNeverMoreThanAName(String name) throws IOException {
        byte[] bytes = result("19" + Math.abs(name.hashCode()), 1);
        try (Sftp sftp = gateway.sftp("taisho-audit")) {
            sftp.put("upload/" + name, bytes);
            JsonNode taken = gateway.awaitTransfer(RESULTS, "accepted", ReceiptFiles.sha256(bytes));
            assertThat(taken.path("fileName").asText()).isEqualTo(name);
            gone(sftp, name);
        }
        assertThat(gateway.get("/")).doesNotContain("<script>");
    }

    @Test
    void aPartyPutsNoLinkFolderOrControlCharacterIntoItsHome() throws IOException {
        try (Sftp sftp = gateway.sftp("taisho-audit")) {
            assertThatThrownBy(() -> sftp.symlink("upload/KEKKA_link.csv", "/etc/passwd"))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.makeFolder("upload/KEKKA_folder.csv")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.put("upload/KEKKA_\u0007.csv", new byte[] {1}))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.put("../core-system/upload/KEKKA.csv", new byte[] {1}))
                    .isInstanceOf(IOException.class);
            assertThat(sftp.list("upload")).noneMatch(name -> name.contains("link") || name.contains("folder"));
        }
    }

    @Test
    void aMessageThatIsNoJsonIsKeptAndTold() {
        byte[] bytes = ReceiptFiles.utf8("garbage \u0000 {{{");
        send(queues -> queues.send(SELECTION, "garbage \u0000 {{{"));

        JsonNode account = gateway.transfer(gateway.awaitTransfer(SELECTION, "quarantined", ReceiptFiles.sha256(bytes))
                .path("id")
                .asText());
        assertThat(rules(account)).containsExactly("S02");
    }

    @Test
    void aFileLargerThanAgreedStaysWithItsSenderAndIsRefusedOnce() throws IOException {
        String why = "larger than 67108864 bytes";
        long before = refusals(RESULTS, why);
        byte[] large = new byte[67_108_865];
        try (Sftp sftp = gateway.sftp("taisho-audit")) {
            sftp.put("upload/KEKKA_large.csv", large);
            Awaitility.await().atMost(GatewayProcess.PATIENCE).until(() -> refusals(RESULTS, why) == before + 1);
            sftp.put("upload/KEKKA_small.csv", ReceiptFiles.utf8("small"));
            gateway.awaitTransfer(RESULTS, "quarantined", ReceiptFiles.sha256(ReceiptFiles.utf8("small")));

            assertThat(sftp.list("upload")).contains("KEKKA_large.csv").doesNotContain("KEKKA_small.csv");
            assertThat(refusals(RESULTS, why)).isEqualTo(before + 1);
            assertThat(gateway.log().lines().filter(line -> line.endsWith("is refused: " + why)))
                    .singleElement()
                    .asString()
                    .contains(RESULTS);
            sftp.remove("upload/KEKKA_large.csv");
        }
    }

    @Test
    void aMessageLargerThanAgreedIsRefused() {
        long before = refusals(SELECTION, "larger than 8388608 bytes");
        send(queues -> queues.send(SELECTION, "x".repeat(8_400_000)));
        send(queues -> queues.send(SELECTION, session -> bytes(session, 9_000_000)));

        Awaitility.await()
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> refusals(SELECTION, "larger than 8388608 bytes") == before + 2);
    }

    @Test
    void aMessageFarLargerThanAgreedStaysWithItsSender() {
        assertThatThrownBy(() -> send(queues -> queues.send(SELECTION, session -> bytes(session, 40_000_000))))
                .isInstanceOf(JMSRuntimeException.class)
                .hasMessageContaining("the message is larger than agreed for " + SELECTION);
    }

    private static Message bytes(JMSContext session, int number) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(new byte[number]);
        return message;
    }

    @Test
    void aMessageThatIsNeitherTextNorBytesIsRefusedUnread() {
        String why = "neither a text nor a bytes message";
        long before = refusals(SELECTION, why);
        send(queues -> queues.send(SELECTION, session -> session.createObjectMessage((Serializable) List.of("x"))));
        send(queues -> queues.send(SELECTION, session -> {
            var message = session.createMapMessage();
            message.setString("name", "value");
            return message;
        }));
        send(queues -> queues.send(SELECTION, session -> {
            var message = session.createStreamMessage();
            message.writeString("value");
            return message;
        }));

        Awaitility.await().atMost(GatewayProcess.PATIENCE).until(() -> refusals(SELECTION, why) == before + 3);
    }

    @Test
    void aMessageThatSaysWhereToAnswerIsNotAnswered() {
        long before = transfersOn(SELECTION);
        send(queues -> queues.send(SELECTION, session -> {
            var message = session.createTextMessage("answer this");
            message.setJMSReplyTo(session.createQueue(SELECTION));
            return message;
        }));
        gateway.awaitTransfer(SELECTION, "quarantined", ReceiptFiles.sha256(ReceiptFiles.utf8("answer this")));

        // an answer would have come in before this one
        send(queues -> queues.send(SELECTION, "and this"));
        gateway.awaitTransfer(SELECTION, "quarantined", ReceiptFiles.sha256(ReceiptFiles.utf8("and this")));
        assertThat(transfersOn(SELECTION)).isEqualTo(before + 2);
    }

    @Test
    void aMessageThatComesTwiceIsTakenOnce() throws IOException {
        ReceiptFiles.Made receipts = ReceiptFiles.another(TREATED, 2);
        atThePayerFund(receipts.remotePath(), receipts.bytes());
        String transfer = gateway.awaitTransfer(RECEIPTS, "accepted", receipts.sha256())
                .path("id")
                .asText();
        String selection =
                ReceiptFiles.selection("twice", transfer, receipts.keys().get(0));
        String sha256 = ReceiptFiles.sha256(ReceiptFiles.utf8(selection));

        send(queues -> queues.send(SELECTION, selection));
        JsonNode first = gateway.awaitTransfer(SELECTION, "accepted", sha256);
        send(queues -> queues.send(SELECTION, selection));

        gateway.awaitTransfer(SELECTION, "duplicate", sha256);
        gateway.awaitTransfer("payer-fund.re-examination-request", "delivered", each -> each.path("parent")
                .equals(first.path("id")));
        assertThat(gateway.transfers())
                .filteredOn(each -> each.path("interchange").asText().equals("payer-fund.re-examination-request"))
                .filteredOn(each -> each.path("parent").equals(first.path("id")))
                .hasSize(1);
    }

    private void send(java.util.function.Consumer<Queues> sending) {
        try (Queues queues = gateway.queues()) {
            sending.accept(queues);
        }
    }

    private long transfersOn(String interchange) {
        return gateway.transfers().stream()
                .filter(each -> each.path("interchange").asText().equals(interchange))
                .count();
    }

    private long refusals(String interchange, String why) {
        return gateway.transfers().stream()
                .filter(each -> each.path("interchange").asText().equals(interchange))
                .filter(each -> each.path("state").asText().equals("refused"))
                .filter(each -> each.path("lastError").asText().equals(why))
                .count();
    }

    private JsonNode refused(String interchange, Predicate<JsonNode> fits) {
        JsonNode found = gateway.awaitTransfer(interchange, "refused", fits);
        JsonNode account = gateway.transfer(found.path("id").asText());
        assertThat(account.at("/entries/0/kind").asText()).isEqualTo("arrival-refused");
        assertThat(account.at("/chain/children")).isEmpty();
        return account;
    }

    private JsonNode quarantined(byte[] bytes) {
        JsonNode found = gateway.awaitTransfer(RECEIPTS, "quarantined", ReceiptFiles.sha256(bytes));
        JsonNode account = gateway.transfer(found.path("id").asText());
        assertThat(account.at("/chain/children")).isEmpty();
        return account;
    }

    private static List<String> rules(JsonNode account) {
        return account.path("findings").findValuesAsText("rule");
    }

    private List<JsonNode> transfersOf(String fileName) {
        return gateway.transfers().stream()
                .filter(each -> each.path("fileName").asText().equals(fileName))
                .toList();
    }

    private static void gone(Sftp sftp, String name) {
        Awaitility.await("the source is removed")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> !sftp.files("upload").contains(name));
    }

    private void atThePayerFund(String path, byte[] bytes) throws IOException {
        try (Sftp sftp = gateway.payerFund()) {
            sftp.putUnderTemporaryName(path, bytes);
        }
    }

    /** A check result whose receipts nobody has. */
    private static byte[] result(String key, int rows) {
        StringBuilder text = new StringBuilder("検索番号,理由コード,備考\r\n");
        for (int row = 0; row < rows; row++) {
            text.append("%s%s,100043,\r\n".formatted(key, "0".repeat(20 - key.length() - 3) + "%03d".formatted(row)));
        }
        return ReceiptFiles.shiftJis(text.toString());
    }
}
