package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvContentTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String HEADER = "検索番号,理由コード,備考\r\n";
    private static final Set<String> ALL =
            Set.of("check-result.receipt-key", "check-result.reason-code", "check-result.remark");

    private final CsvContent content = content("windows-31j");

    @Test
    void countsRowsAndLinesAndNamesTheFieldsThatAreFilled() throws IOException {
        Reading reading = read(HEADER + "13143005910000001,100060,\r\n13143005910000002,100018,\r\n");

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.accepted()).isTrue();
        assertThat(reading.counts()).isEqualTo(Map.of("records", 2L, "lines", 3L));
        assertThat(reading.members()).isZero();
        assertThat(reading.fields()).containsExactlyInAnyOrder("check-result.receipt-key", "check-result.reason-code");
    }

    @Test
    void namesRowAndColumnOfEveryWrongCell() throws IOException {
        Reading reading = read(HEADER + "1314300591000000X,100060,\r\n,999999,\r\n13143005910000001,100060,"
                + "あ".repeat(101) + "\r\n131,100060,\r\n");

        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::line, Finding::record, Finding::field)
                .containsExactly(
                        tuple("C07", 2, "row 1", "検索番号"),
                        tuple("C06", 3, "row 2", "検索番号"),
                        tuple("C11", 3, "row 2", "理由コード"),
                        tuple("C10", 4, "row 3", "備考"),
                        tuple("C09", 5, "row 4", "検索番号"));
        assertThat(reading.errors()).isEqualTo(5);
    }

    @Test
    void saysWhichHeaderItExpectedAndFound() throws IOException {
        Reading reading = read("検索番号,理由,備考\r\n13143005910000001,100060,\r\n");

        assertThat(messages(reading, Locale.ENGLISH))
                .containsExactly(
                        "Column 2 must be named \"理由コード\"; found \"理由\". Sender: use the header of the agreed table.");
    }

    @Test
    void doesNotRepeatARowThatStandsInThePlaceOfTheHeader() throws IOException {
        Reading reading = read("13143005910000001,100060,山田\r\n");

        assertThat(reading.accepted()).isFalse();
        assertThat(messages(reading, Locale.ENGLISH)).noneMatch(m -> m.contains("13143005910000001"));
    }

    @Test
    void namesTheColumnsWhenThereAreMoreOrFewer() throws IOException {
        Reading reading = read("検索番号,理由コード,備考,氏名\r\n13143005910000001,100060,,山田　太郎\r\n");

        assertThat(messages(reading, Locale.JAPANESE))
                .containsExactly("項目数は 3 です(検索番号, 理由コード, 備考)。受領したファイルは 4 項目です。取り決めた項目だけを記録してください。");
    }

    @Test
    void refusesARowOfAnotherWidth() throws IOException {
        assertThat(rules(read(HEADER + "13143005910000001,100060\r\n\r\n13143005910000001,100060,,\r\n")))
                .containsExactly("C05", "C05", "C05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "@SUM(A1)", " =1+1", "＝1", "\"=HYPERLINK(\"\"x\"\",1)\""})
    void refusesAFormula(String cell) throws IOException {
        assertThat(rules(read(HEADER + "13143005910000001,100060," + cell + "\r\n")))
                .containsExactly("C12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "－特になし", "  -x"})
    void reportsATextThatBeginsWithAHyphen(String cell) throws IOException {
        Reading reading = read(HEADER + "13143005910000001,100060," + cell + "\r\n");

        assertThat(rules(reading)).containsExactly("C37");
        assertThat(reading.accepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "－", "=", "a=1", "1-2"})
    void takesSignsThatStartNoFormula(String cell) throws IOException {
        assertThat(rules(read(HEADER + "13143005910000001,100060," + cell + "\r\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\tb", "a\rb", "a\u001ab"})
    void refusesAControlCharacter(String cell) throws IOException {
        assertThat(rules(read(HEADER + "13143005910000001,100060," + cell + "\r\n")))
                .containsExactly("C13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "\"closed\" and more", "\"a\"b"})
    void refusesBrokenQuotesAndReadsTheNextRow(String cell) throws IOException {
        Reading reading = read(HEADER + "13143005910000001,100060," + cell + "\r\n13143005910000002,100060,x\r\n");

        assertThat(rules(reading)).containsExactly("C15");
        assertThat(reading.records()).isEqualTo(2);
        assertThat(reading.fields()).contains("check-result.remark");
    }

    @Test
    void refusesBytesOfAnotherEncodingAndNamesTheLine() throws IOException {
        byte[] bytes = concat(encoded(HEADER), new byte[] {'1', ',', '2', ',', (byte) 0x81, (byte) 0xFF, '\r', '\n'});

        Reading reading = content.read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN);

        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::line, Finding::record, Finding::field)
                .containsExactly(tuple("C02", 2, "row 1", null));
        assertThat(messages(reading, Locale.ENGLISH))
                .containsExactly(
                        "The line is not windows-31j. Sender: write the file in windows-31j; replace characters that it does not have.");
    }

    @Test
    void refusesALongLineWithoutGrowingAndReadsTheNextRow() throws IOException {
        Reading reading = read(HEADER + "1".repeat(300_000) + "\r\n13143005910000002,100060,\r\n");

        assertThat(rules(reading)).containsExactly("C14");
        assertThat(reading.records()).isEqualTo(2);
    }

    @Test
    void takesALineOfExactlyTheLongestLength() throws IOException {
        String row = "13143005910000001,100060,";
        Reading reading = read(HEADER + row + "x".repeat(8 * 1024 - row.length()) + "\r\n");

        assertThat(rules(reading)).containsExactly("C10");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertThat(rules(read(""))).containsExactly("C01");
    }

    @Test
    void warnsOfATableWithoutRowsAndOfAnOpenLastLine() throws IOException {
        assertThat(rules(read(HEADER))).containsExactly("C16");
        Reading open = read(HEADER + "13143005910000001,100060,");
        assertThat(rules(open)).containsExactly("C17");
        assertThat(open.accepted()).isTrue();
        assertThat(open.warnings()).isEqualTo(1);
    }

    @Test
    void keepsTheFirstThousandFindingsAndCountsAll() throws IOException {
        Reading reading = read(HEADER + "x,100060,\r\n".repeat(1_500));

        assertThat(reading.findings()).hasSize(1_000);
        assertThat(reading.errors()).isEqualTo(3_000);
    }

    @Test
    void namesNoValueInAFinding() throws IOException {
        Reading reading = read(HEADER + "ヤマダ,タロウ,=ハナコ\r\n");

        assertThat(reading.findings()).isNotEmpty();
        assertThat(reading.findings().toString() + messages(reading, Locale.JAPANESE))
                .doesNotContain("ヤマダ", "タロウ", "ハナコ");
    }

    @Test
    void readsUtf8WithAndWithoutMark() throws IOException {
        var utf8 = content("utf-8");
        String text = HEADER + "13143005910000001,100060,髙橋\r\n";
        for (String mark : List.of("", "\uFEFF")) {
            byte[] bytes = (mark + text).getBytes(StandardCharsets.UTF_8);
            assertThat(utf8.read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN)
                            .findings())
                    .isEmpty();
            var out = new ByteArrayOutputStream();
            utf8.project(new ByteArrayInputStream(bytes), out, Permission.of(Set.of("check-result.receipt-key")));
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(mark + "検索番号\r\n13143005910000001\r\n");
        }
    }

    @Test
    void leavesEveryByteWhenEverythingIsPermitted() throws IOException {
        byte[] bytes = encoded(HEADER + "13143005910000001,100060,\"a,\"\"b\"\n13143005910000002,\"100018\",");
        var out = new ByteArrayOutputStream();

        var projected = content.project(new ByteArrayInputStream(bytes), out, Permission.of(ALL));

        assertThat(out.toByteArray()).isEqualTo(bytes);
        assertThat(projected.records()).isEqualTo(2);
        assertThat(projected.left()).isEqualTo(ALL);
        assertThat(projected.removed()).isEmpty();
    }

    @Test
    void writesOnlyThePermittedColumns() throws IOException {
        byte[] bytes = encoded(HEADER + "13143005910000001,100060,過剰\n13143005910000002,100018,\"x,y\"\r\n1,2,\r\n");
        var out = new ByteArrayOutputStream();

        var projected = content.project(
                new ByteArrayInputStream(bytes),
                out,
                Permission.of(Set.of("check-result.receipt-key", "check-result.remark")));

        assertThat(out.toString(WINDOWS_31J))
                .isEqualTo("検索番号,備考\r\n13143005910000001,過剰\r\n13143005910000002,\"x,y\"\r\n1,\r\n");
        assertThat(projected.records()).isEqualTo(3);
        assertThat(projected.left()).containsExactlyInAnyOrder("check-result.receipt-key", "check-result.remark");
        assertThat(projected.removed()).isEqualTo(Map.of("check-result.reason-code", 3L));
    }

    @Test
    void letsNothingLeaveOfATableThatItDoesNotUnderstand() {
        assertThatThrownBy(() -> project("検索番号,理由コード,氏名\r\n1,2,3\r\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("the table does not begin with the columns of its layout; nothing of it may leave");
        assertThatThrownBy(() -> project(HEADER + "1,2,3,4\r\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 of the table is no row of its layout; it can't leave");
    }

    @Test
    void readsATableOfAnyLength() throws IOException {
        byte[] row = encoded("13143005910000001,100060,過剰\r\n".repeat(1_000));
        InputStream rows = new SequenceInputStream(Collections.enumeration(
                Stream.concat(Stream.of(encoded(HEADER)), Collections.nCopies(200, row).stream())
                        .map(ByteArrayInputStream::new)
                        .toList()));

        assertThat(content.read(rows, Arrival.UNKNOWN).records()).isEqualTo(200_000);
    }

    @Test
    void hasATextForEveryRuleInBothLanguages() {
        for (TableRule rule : TableRule.values()) {
            for (Locale locale : List.of(Locale.ROOT, Locale.JAPANESE)) {
                assertThat(ResourceBundle.getBundle("messages.table", locale).containsKey(rule.id()))
                        .as(rule.id() + " " + locale)
                        .isTrue();
            }
            String english = rule.finding(1, null, null, 1, 2, 3).message(Locale.ENGLISH);
            assertThat(english)
                    .isNotEqualTo(rule.id())
                    .doesNotContain("{")
                    .isNotEqualTo(rule.finding(1, null, null, 1, 2, 3).message(Locale.JAPANESE));
        }
    }

    private static org.assertj.core.groups.Tuple tuple(String rule, long line, String record, String field) {
        return org.assertj.core.groups.Tuple.tuple(rule, line, record, field);
    }

    private Reading read(String text) throws IOException {
        return content.read(new ByteArrayInputStream(encoded(text)), Arrival.UNKNOWN);
    }

    private void project(String text) throws IOException {
        content.project(
                new ByteArrayInputStream(encoded(text)),
                new ByteArrayOutputStream(),
                Permission.of(Set.of("check-result.receipt-key")));
    }

    private static List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }

    private static List<String> messages(Reading reading, Locale locale) {
        return reading.findings().stream().map(f -> f.message(locale)).toList();
    }

    private static byte[] encoded(String text) {
        return text.getBytes(WINDOWS_31J);
    }

    private static byte[] concat(byte[] first, byte[] second) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(first);
        out.write(second);
        return out.toByteArray();
    }

    private static CsvContent content(String encoding) {
        return MadeUpLayouts.csv("encoding: " + encoding + """

                header: required
                columns:
                  - {name: 検索番号, field: check-result.receipt-key, required: true, type: digits, min-length: 17, max-length: 30}
                  - {name: 理由コード, field: check-result.reason-code, required: true, type: digits, min-length: 6, max-length: 6,
                     codes: [100060, 100018]}
                  - {name: 備考, field: check-result.remark, required: false, type: text, max-bytes: 200}
                """);
    }
}
