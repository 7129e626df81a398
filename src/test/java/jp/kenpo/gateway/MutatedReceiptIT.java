package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.Peers;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptText;
import jp.kenpo.gateway.testing.Sftp;
import jp.kenpo.gateway.testing.SharedGateway;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One small damage to a receipt file: it is told with receipt, line and field, nobody gets the file, the next passes. */
class MutatedReceiptIT {

    private static final String IN = "payer-fund.receipts";
    private static final String TO_TAISHO = "taisho-audit.receipt-check-request";
    private static final String NAME = "11_RECODEINFO_MED.CSV";

    private final GatewayProcess gateway = SharedGateway.get();

    /** Where a finding has to be: the place of a line from 0, and which item is meant. */
    private record Expected(String rule, int place, String field) {}

    /** A damage to the second receipt, and its finding. */
    private record Damage(String name, Function<ReceiptText, byte[]> done, Function<ReceiptText, Expected> told) {}

    /** @param folder where the file lies at the payer fund */
    private record Original(String name, byte[] bytes, String folder) {}

    record Case(String name, byte[] file, String path, String rule, long line, String receipt, String field) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        ReceiptFiles.Made made = ReceiptFiles.another(YearMonth.of(2026, 2), 3);
        List<Original> originals = new ArrayList<>();
        originals.add(new Original("generated", made.bytes(), made.remotePath().replace(NAME, "")));
        Optional<java.nio.file.Path> sample = Peers.sample("receipts/" + NAME);
        if (sample.isPresent()) {
            originals.add(
                    new Original("sample", Files.readAllBytes(sample.get()), "receipts/202604/06132013/0_COMMON001/"));
        }
        return originals.stream().flatMap(original -> damages().map(damage -> damaged(original, damage)));
    }

    private static Case damaged(Original original, Damage damage) {
        ReceiptText text = ReceiptText.of(original.bytes());
        Expected told = damage.told().apply(text);
        String management = text.lines().subList(0, told.place() + 1).stream()
                .filter(line -> line.contains(",MN,"))
                .reduce("", (before, line) -> line);
        return new Case(
                damage.name() + ", " + original.name(),
                damage.done().apply(text),
                original.folder() + NAME,
                told.rule(),
                told.place() + 1L,
                "(" + management.split(",", -1)[6] + ")",
                told.field());
    }

    private static Stream<Damage> damages() {
        return Stream.of(
                new Damage(
                        "line number",
                        text -> text.with(seventh(text), line -> line.replaceFirst(",7,", ",8,"))
                                .bytes(),
                        text -> new Expected("R02", seventh(text), "行番号 (lineNo)")),
                new Damage(
                        "insurer number",
                        text -> text.with(insurer(text), line -> line.replaceFirst("HO,06(.)", "HO,08$1"))
                                .bytes(),
                        text -> new Expected("F06", insurer(text), "保険者番号 (insurerNo)")),
                new Damage(
                        "point value",
                        text -> text.with(service(text), line -> oneMore(line)).bytes(),
                        text -> new Expected("T01", insurer(text), "合計点数 (totalPoints)")),
                new Damage(
                        "record order",
                        text -> text.swapped(text.find(2, "RE", "")).bytes(),
                        text -> new Expected("R01", insurer(text), "レコード識別情報 (recordId)")),
                new Damage(
                        "encoding",
                        text -> unreadable(text),
                        text -> new Expected("F01", text.find(2, "IR", ""), "医療機関名称 (providerName)")),
                new Damage(
                        "truncated last line",
                        text -> shorter(text, 3),
                        text -> new Expected("F10", last(text), "管理情報 (controlInfo)")),
                new Damage(
                        "missing end mark",
                        text -> shorter(text, 1),
                        text -> new Expected("F02", last(text), "ファイル終端 (endMark)")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isToldAndGoesNowhereWhileTheNextFilePasses(Case each) throws IOException {
        put(each.path(), each.file());

        JsonNode account = gateway.transfer(gateway.awaitTransfer(IN, "quarantined", ReceiptFiles.sha256(each.file()))
                .path("id")
                .asText());

        assertThat(account.path("findings"))
                .as(account.path("findings").toPrettyString())
                .anySatisfy(finding -> {
                    assertThat(finding.path("severity").asText()).isEqualTo("error");
                    assertThat(finding.path("rule").asText()).isEqualTo(each.rule());
                    assertThat(finding.path("line").asLong()).isEqualTo(each.line());
                    assertThat(finding.path("record").asText()).endsWith(each.receipt());
                    assertThat(finding.path("field").asText()).isEqualTo(each.field());
                });
        assertThat(account.at("/chain/children")).isEmpty();
        liesAside(each.path());
        theNextPassesAlone(each);
    }

    /** The file is not where it came, and lies under {@code .taken} as the agreement says. */
    private void liesAside(String path) throws IOException {
        String folder = path.replace(NAME, "");
        try (Sftp sftp = gateway.payerFund()) {
            Awaitility.await("the source is moved aside")
                    .atMost(GatewayProcess.PATIENCE)
                    .untilAsserted(() -> assertThat(sftp.files(folder)).isEmpty());
            assertThat(sftp.files(folder + ".taken")).anyMatch(name -> name.endsWith("_" + NAME));
        }
    }

    private void theNextPassesAlone(Case each) throws IOException {
        ReceiptFiles.Made good = ReceiptFiles.another(YearMonth.of(2026, 2), 1);
        put(good.remotePath(), good.bytes());
        gateway.awaitTransfer(TO_TAISHO, "delivered", good.sha256());
        try (Sftp sftp = gateway.sftp("taisho-audit")) {
            List<String> names = sftp.files("download");
            String bad = ReceiptFiles.sha256(each.file()).substring(0, 12);
            assertThat(names).noneMatch(name -> name.contains(bad));
            assertThat(names).anyMatch(name -> name.contains(good.sha256().substring(0, 12)));
        }
    }

    private void put(String path, byte[] bytes) throws IOException {
        try (Sftp sftp = gateway.payerFund()) {
            sftp.putUnderTemporaryName(path, bytes);
        }
    }

    private static int seventh(ReceiptText text) {
        return text.find(2, "MN", "") + 6;
    }

    private static int insurer(ReceiptText text) {
        return text.find(2, "HO", "");
    }

    /** The first line of the second receipt that bears points; those of meals (97) are yen. */
    private static int service(ReceiptText text) {
        return text.find(2, "SI", ",SI,[0-8]?[0-9]?,[^,]*,[0-9]{9},[^,]*,[0-9]+,");
    }

    /** Changes one digit of the points. */
    private static String oneMore(String line) {
        String[] items = line.split(",", -1);
        char first = items[8].charAt(0);
        items[8] = (char) (first == '9' ? '1' : first + 1) + items[8].substring(1);
        return String.join(",", items);
    }

    /** Puts a byte behind the first half of a character that no second half can be. */
    private static byte[] unreadable(ReceiptText text) {
        byte[] bytes = text.bytes();
        int provider = text.find(2, "IR", "");
        int before = text.lines().subList(0, provider).stream()
                .mapToInt(line -> ReceiptFiles.shiftJis(line).length + 2)
                .sum();
        String[] items = text.lines().get(provider).split(",", -1);
        String upToTheName = String.join(",", Arrays.copyOf(items, 9)) + ",";
        bytes[before + upToTheName.length() + 1] = 0x20;
        return bytes;
    }

    private static byte[] shorter(ReceiptText text, int bytes) {
        byte[] whole = text.bytes();
        return Arrays.copyOf(whole, whole.length - bytes);
    }

    private static int last(ReceiptText text) {
        return text.lines().size() - 1;
    }
}
