package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One small damage, one finding that says where: on a file made up here and, where it exists, on the shared sample. */
class DamagedReceiptFileTest {

    /** A file, and what its second receipt is called and contains. */
    record Original(String name, byte[] file, String second, long firstLine, String insurer, String service) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Original> originals() throws IOException {
        var madeUp = new Original(
                "made up", MadeUpReceipts.file(3), "receipt 2 (13150805000000002)", 33, "06990014", "288,1,");
        var sample = Peers.sample("receipts/11_RECODEINFO_MED.CSV");
        return sample.isEmpty()
                ? Stream.of(madeUp)
                : Stream.of(
                        madeUp,
                        new Original(
                                "sample",
                                Files.readAllBytes(sample.get()),
                                "receipt 2 (13143005910000002)",
                                219,
                                "06132013",
                                "97,1,"));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesAChangedLineNumber(Original original) throws IOException {
        var damaged = change(original, ",7,0,", 1, '8');

        assertThat(only(damaged)).isEqualTo(error(original, "R02", 6, "行番号 (lineNo)", "7", "8"));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesALineNumberThatIsNoNumber(Original original) throws IOException {
        var damaged = change(original, ",7,0,", 1, 'x');

        assertThat(only(damaged)).isEqualTo(error(original, "R04", 6, "行番号 (lineNo)", "N"));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesAChangedInsurerNumber(Original original) throws IOException {
        var damaged = change(original, original.insurer(), 3, '8');

        assertThat(read(damaged).findings())
                .containsExactly(
                        new Finding(
                                Severity.WARNING,
                                "N01",
                                original.firstLine() + 3,
                                original.second(),
                                "保険者番号 (insurerNo)",
                                List.of()),
                        error(original, "F06", 3, "保険者番号 (insurerNo)"));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesAChangedPointValue(Original original) throws IOException {
        var damaged = change(original, "," + original.service(), 1, '1');
        var reading = read(damaged);

        assertThat(reading.accepted()).isFalse();
        assertThat(reading.findings()).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("T01");
            assertThat(finding.record()).isEqualTo(original.second());
            assertThat(finding.field()).isEqualTo("合計点数 (totalPoints)");
        });
        assertThat(reading.findings()).element(0).extracting(Finding::line).isEqualTo(original.firstLine() + 3);
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesRecordsInTheWrongOrder(Original original) throws IOException {
        byte[] damaged = original.file().clone();
        int header = indexOf(damaged, "1,3,0,RE", secondReceipt(original));
        int insurer = indexOf(damaged, "1,4,0,HO", header);
        int after = indexOf(damaged, "1,5,0,", insurer);
        byte[] swapped = concat(
                Arrays.copyOfRange(damaged, 0, header),
                renumbered(damaged, insurer, after, '3'),
                renumbered(damaged, header, insurer, '4'),
                Arrays.copyOfRange(damaged, after, damaged.length));

        assertThat(only(swapped)).isEqualTo(error(original, "R01", 3, "レコード識別情報 (recordId)", "RE"));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesBytesThatAreNoCharacter(Original original) throws IOException {
        byte[] damaged = original.file().clone();
        int provider = indexOf(damaged, ",9999913,,", secondReceipt(original)) + 10;
        damaged[provider + 1] = 0x20;

        assertThat(rules(damaged)).contains("F01");
        assertThat(read(damaged).findings()).contains(error(original, "F01", 1, "医療機関名称 (providerName)"));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesALastLineThatWasCut(Original original) throws IOException {
        byte[] cut = Arrays.copyOf(original.file(), original.file().length - 3);

        Finding finding = only(cut);

        assertThat(finding.rule()).isEqualTo("F10");
        assertThat(finding.field()).isEqualTo("管理情報 (controlInfo)");
        assertThat(finding.record()).startsWith("receipt ");
        assertThat(finding.line()).isEqualTo(lines(original));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesALastLineThatWasCutInsideAnItem(Original original) throws IOException {
        byte[] cut = Arrays.copyOf(original.file(), original.file().length - 60);

        assertThat(rules(cut)).contains("F10").doesNotContain("F02");
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesAMissingEndMark(Original original) throws IOException {
        byte[] cut = Arrays.copyOf(original.file(), original.file().length - 1);

        Finding finding = only(cut);

        assertThat(finding.rule()).isEqualTo("F02");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.field()).isEqualTo("ファイル終端 (endMark)");
        assertThat(finding.record()).startsWith("receipt ");
        assertThat(finding.line()).isEqualTo(lines(original));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void namesALostLineOnce(Original original) throws IOException {
        int from = indexOf(original.file(), "1,9,0,", secondReceipt(original));
        int until = indexOf(original.file(), "1,10,0,", from);
        byte[] lost = concat(
                Arrays.copyOf(original.file(), from),
                Arrays.copyOfRange(original.file(), until, original.file().length));

        assertThat(rules(lost)).containsOnlyOnce("R02");
    }

    @Test
    void namesAReceiptThatComesTwice() throws IOException {
        byte[] receipt = MadeUpReceipts.receipt(1);

        assertThat(rules(concat(receipt, receipt, new byte[] {0x1A}))).containsExactly("F08", "F08");
    }

    @Test
    void namesAReceiptWithoutItsEnd() throws IOException {
        byte[] file = MadeUpReceipts.receipt(1);
        int end = indexOf(file, "2,31,0,RC", 0);

        assertThat(rules(concat(Arrays.copyOf(file, end), MadeUpReceipts.file(0))))
                .containsExactly("F19");
    }

    @Test
    void goesOnBehindALineThatIsTooLong() throws IOException {
        byte[] longLine = ("1,99,0,SJ,01," + "A".repeat(9000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        Reading reading = read(concat(longLine, MadeUpReceipts.file(2)));

        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("F13");
        assertThat(reading.counts()).containsEntry("receipts", 2L);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertThat(rules(new byte[0])).containsExactly("F00");
        assertThat(rules(new byte[] {0x1A})).containsExactly("F00");
    }

    @Test
    void refusesBytesBehindTheEndMark() throws IOException {
        assertThat(rules(concat(MadeUpReceipts.file(1), new byte[] {'1'}))).containsExactly("F12");
    }

    @Test
    void refusesAProvidersFile() throws IOException {
        byte[] file = "IR,1,13,1,9999913,,,202605,00,\r\nGO,0,0,99\r\n\u001a".getBytes(StandardCharsets.US_ASCII);

        assertThat(rules(file)).containsExactly("F07");
    }

    @Test
    void refusesAFileUnderTheNameOfAnotherKind() throws IOException {
        byte[] dental = change(MadeUpReceipts.file(1), "IR,1,13,1", 8, '3', 0);

        Reading reading = MadeUpReceipts.content()
                .read(new ByteArrayInputStream(dental), new Arrival("11_RECODEINFO_MED.CSV", null, null));

        assertThat(reading.accepted()).isFalse();
        assertThat(reading.findings())
                .extracting(Finding::rule)
                .contains("F04", "R29")
                .doesNotContain("R03");
    }

    @Test
    void refusesAFolderOfAnotherInsurerOrAnEarlierMonth() throws IOException {
        var arrival = new Arrival("11_RECODEINFO_MED.CSV", YearMonth.of(2026, 4), "06132013");

        Reading reading = MadeUpReceipts.content().read(new ByteArrayInputStream(MadeUpReceipts.file(1)), arrival);

        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("F16", "F17");
    }

    @Test
    void warnsOfARecordThatNobodyKnows() throws IOException {
        byte[] unknown = change(MadeUpReceipts.file(1), ",JD,", 1, 'X', 0);

        Reading reading = read(unknown);

        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("R20");
        assertThat(reading.accepted()).isTrue();
    }

    @Test
    void tellsNoValueOfAPersonWhateverByteIsChanged() throws IOException {
        byte[] original = MadeUpReceipts.file(1);
        for (int at = 0; at < original.length; at += 3) {
            byte[] damaged = original.clone();
            damaged[at] = (byte) (damaged[at] ^ 0x15);
            for (Finding finding : read(damaged).findings()) {
                String told = finding.message(Locale.ENGLISH) + finding.message(Locale.JAPANESE) + finding.field();
                assertThat(told).doesNotContain("花子", "７７", "8100000", "19880229", "架空の病名", "06990014");
            }
        }
    }

    private static Finding error(Original original, String rule, int lineInReceipt, String field, String... figures) {
        return new Finding(
                Severity.ERROR, rule, original.firstLine() + lineInReceipt, original.second(), field, List.of(figures));
    }

    private static Finding only(byte[] file) throws IOException {
        assertThat(read(file).findings()).hasSize(1);
        return read(file).findings().get(0);
    }

    private static List<String> rules(byte[] file) throws IOException {
        return read(file).findings().stream().map(Finding::rule).toList();
    }

    private static Reading read(byte[] file) throws IOException {
        return MadeUpReceipts.content().read(new ByteArrayInputStream(file), Arrival.UNKNOWN);
    }

    private static long lines(Original original) throws IOException {
        return read(original.file()).counts().getOrDefault("lines", 0L);
    }

    private static byte[] change(Original original, String where, int offset, char to) {
        return change(original.file(), where, offset, to, secondReceipt(original));
    }

    private static byte[] change(byte[] file, String where, int offset, char to, int from) {
        byte[] changed = file.clone();
        changed[indexOf(file, where, from) + offset] = (byte) to;
        return changed;
    }

    private static int secondReceipt(Original original) {
        return indexOf(original.file(), "2,1,0,MN", 1);
    }

    private static byte[] renumbered(byte[] file, int from, int until, char number) {
        byte[] line = Arrays.copyOfRange(file, from, until);
        line[2] = (byte) number;
        return line;
    }

    private static int indexOf(byte[] bytes, String text, int from) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
        assertThat(at).as("%s in the file", text).isNotNegative();
        return at;
    }

    private static byte[] concat(byte[]... parts) {
        var out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
