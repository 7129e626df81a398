package jp.kenpo.gateway.content.receiptcopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;
import jp.kenpo.gateway.testing.ReceiptFiles;
import org.junit.jupiter.api.Test;

class ReceiptCopyTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String TRANSFER = "01JZZZZZZZZZZZZZZZZZZZZZZZ";
    private static final Path CONFIG = Path.of("config");
    private static final Layouts LAYOUTS = Layouts.load(
            CONFIG,
            CONFIG,
            PurposeRegister.load(CONFIG),
            new MemberPseudonyms(new byte[32]),
            Clock.system(ZoneId.of("Asia/Tokyo")));

    private final byte[] file = ReceiptFiles.of(YearMonth.of(2026, 4), 7, 30).bytes();
    private final List<String> keys = ReceiptFiles.keysIn(file);

    @Test
    void copiesTheNamedReceiptsByteForByteAndNoOther() throws IOException {
        var out = new ByteArrayOutputStream();

        var findings = compose(request(TRANSFER, keys.get(3), keys.get(11)), out);

        assertThat(findings).isEmpty();
        assertThat(out.toString(WINDOWS_31J)).isEqualTo(receipt(keys.get(3)) + receipt(keys.get(11)) + "\u001a");
    }

    @Test
    void refusesWhatItCannotFindOrFindsTwice() throws IOException {
        assertThat(rules(compose(request("01JYYYYYYYYYYYYYYYYYYYYYYY", keys.get(0)), new ByteArrayOutputStream())))
                .containsExactly("K02");
        assertThat(rules(compose(request(TRANSFER, "99999999999999999"), new ByteArrayOutputStream())))
                .containsExactly("K03");
        assertThat(rules(compose(request(TRANSFER, keys.get(0), keys.get(0)), new ByteArrayOutputStream())))
                .containsExactly("K01");
    }

    @Test
    void refusesAReceiptOfAKindThatTheCopyDoesNotCarry() throws IOException {
        var pharmacyOnly = new CopyComposition(Set.of(ReceiptClass.PHARMACY));

        var findings =
                pharmacyOnly.compose(stream(request(TRANSFER, keys.get(0))), this::open, new ByteArrayOutputStream());

        assertThat(rules(findings)).containsExactly("K05");
    }

    @Test
    void refusesReceiptsOfSeveralMembersInOneCase() throws IOException {
        var reading = LAYOUTS.content("receipt-copy").read(new ByteArrayInputStream(file), Arrival.UNKNOWN);

        assertThat(reading.members()).isGreaterThan(1);
        assertThat(rules(reading.findings())).contains("K06");
        assertThat(reading.accepted()).isFalse();
    }

    @Test
    void writesAPageThatAPersonReads() throws IOException {
        String page = project("receipt-copy", one(keys.get(0)), everything());

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<th>傷病名</th>", "<dt>氏名</dt>", "<dt>診療年月</dt><dd>2026年4月</dd>", "<dt>合計点数</dt>")
                .doesNotContain("予備", "Ver00001", "<script");
        assertThat(page.trim()).endsWith("</html>");
    }

    @Test
    void showsOnThePageOnlyWhatIsPermitted() throws IOException {
        Set<String> fields = new TreeSet<>(everything());
        fields.removeAll(Set.of("receipt.disease", "receipt.patient-name"));

        String page = project("receipt-copy", one(keys.get(0)), fields);

        assertThat(page).contains("<th>診療行為</th>").doesNotContain("傷病名", "<dt>氏名</dt>");
    }

    @Test
    void writesNoPageInWhichReceiptsCannotBeToldApart() {
        Set<String> fields = new TreeSet<>(everything());
        fields.remove("receipt.management");

        assertThatThrownBy(() -> project("receipt-copy", one(keys.get(0)), fields))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can't be told apart");
    }

    @Test
    void teachesMedicalReceiptsOnly() throws IOException {
        String pharmacy = receipt(keys.get(2)).replaceFirst("(,RE,[0-9]+,)1", "$14");

        assertThat(project(
                        "receipt-teaching-case",
                        (pharmacy + "\u001a").getBytes(WINDOWS_31J),
                        Set.of("receipt-teaching-case.case")))
                .isEqualTo("―― 以上 0 事例 ――\r\n");
    }

    @Test
    void escapesWhatStandsInAReceipt() throws IOException {
        String hostile =
                new String(one(keys.get(0)), WINDOWS_31J).replaceFirst("(,SY,[0-9]*,[0-9]*,.,)[^,]*", "$1<b>x");

        assertThat(project("receipt-copy", hostile.getBytes(WINDOWS_31J), everything()))
                .doesNotContain("<b>")
                .contains("&lt;b&gt;x");
    }

    @Test
    void leavesOutReceiptsOfOtherKinds() throws IOException {
        String pharmacy = receipt(keys.get(2)).replaceFirst("(,RE,[0-9]+,)1", "$14");
        byte[] mixed = (receipt(keys.get(0)) + pharmacy + receipt(keys.get(1)) + "\u001a").getBytes(WINDOWS_31J);
        var out = new ByteArrayOutputStream();

        Projected projected = LAYOUTS.content("receipt-pharmacy")
                .project(new ByteArrayInputStream(mixed), out, Permission.of(everything()));

        assertThat(out.toString(WINDOWS_31J)).isEqualTo(pharmacy + "\u001a");
        assertThat(projected.records()).isEqualTo(1);
        assertThat(projected.removed()).containsEntry("receipts of other kinds", 2L);
    }

    @Test
    void teachesWithoutNamingAnybody() throws IOException {
        String cases = project("receipt-teaching-case", file, Set.of("receipt-teaching-case.case"));

        assertThat(cases).contains("［傷病名］その他の傷病", "年齢階級：", "―― 以上 30 事例 ――");
        for (String line : new String(file, WINDOWS_31J).split("\r\n")) {
            String[] cells = line.split(",", -1);
            switch (cells.length > 3 ? cells[3] : "") {
                case "MN" -> assertThat(cases).doesNotContain(cells[6]);
                case "IR" -> assertThat(cases).doesNotContain(cells[7], cells[9]);
                case "RE" -> assertThat(cases).doesNotContain(cells[7], cells[9], "202604");
                case "SY" -> assertThat(cases).doesNotContain(cells[4]);
                default -> {}
            }
        }
        assertThatThrownBy(() -> project("receipt-teaching-case", file, everything()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void readsARequestStrictly() throws IOException {
        Content content = LAYOUTS.content("receipt-copy-request");

        var good = content.read(stream(request(TRANSFER, keys.get(0))), Arrival.UNKNOWN);
        assertThat(good.findings()).isEmpty();
        assertThat(good.records()).isEqualTo(1);
        var strange = request(TRANSFER, keys.get(0)).replace("\"case\"", "\"name\":\"x\",\"case\"");
        assertThat(rules(content.read(stream(strange), Arrival.UNKNOWN).findings()))
                .containsExactly("S04");
        var out = new ByteArrayOutputStream();
        content.project(stream(request(TRANSFER, keys.get(0))), out, Permission.of(CopyRequestContent.FIELDS));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(request(TRANSFER, keys.get(0)));
        assertThatThrownBy(() -> content.project(stream(strange), out, Permission.of(CopyRequestContent.FIELDS)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void saysWhatToDoInBothLanguages() {
        for (CopyRule rule : CopyRule.values()) {
            var finding = rule.finding(null, "", 2);
            assertThat(finding.remedy(Locale.JAPANESE)).as(rule.id()).isNotEmpty();
            assertThat(finding.remedy(Locale.ENGLISH))
                    .as(rule.id())
                    .isNotEmpty()
                    .isNotEqualTo(finding.remedy(Locale.JAPANESE));
        }
    }

    private List<Finding> compose(String request, ByteArrayOutputStream out) throws IOException {
        Composition composition = LAYOUTS.composition("receipt-copy").orElseThrow();
        return composition.compose(stream(request), this::open, out);
    }

    private InputStream open(String transfer) throws FileNotFoundException {
        if (!transfer.equals(TRANSFER)) {
            throw new FileNotFoundException(transfer);
        }
        return new ByteArrayInputStream(file);
    }

    private static String project(String layout, byte[] file, Set<String> fields) throws IOException {
        var out = new ByteArrayOutputStream();
        LAYOUTS.content(layout).project(new ByteArrayInputStream(file), out, Permission.of(fields));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> everything() {
        return LAYOUTS.find("receipt").orElseThrow().fields();
    }

    private byte[] one(String key) {
        return (receipt(key) + "\u001a").getBytes(WINDOWS_31J);
    }

    /** Returns the lines of one receipt, from its MN to the line before the next. */
    private String receipt(String key) {
        String text = new String(file, WINDOWS_31J).replace("\u001a", "");
        for (String receipt : text.split("(?=(?:^|(?<=\n))2,1,0,MN,)")) {
            if (receipt.split("\r\n", 2)[0].contains(key)) {
                return receipt;
            }
        }
        throw new IllegalArgumentException("no receipt " + key);
    }

    private static String request(String transfer, String... keys) {
        var receipts = new StringBuilder();
        for (String key : keys) {
            receipts.append(receipts.isEmpty() ? "" : ",")
                    .append("{\"transfer\":\"%s\",\"receiptKey\":\"%s\"}".formatted(transfer, key));
        }
        return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/core-system\",\"type\":\"" + CopyRequestReader.TYPE
                + "\",\"data\":{\"case\":\"2026-0001\",\"receipts\":[" + receipts + "]}}";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }
}
