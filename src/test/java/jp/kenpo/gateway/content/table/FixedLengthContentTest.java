package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedLengthContentTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String LAYOUT = """
            encoding: windows-31j
            line-end: crlf
            selector: {at: 1, width: 1}
            records:
              - type: "1"
                stands: first
                columns:
                  - {name: 区分, field: filing.document, required: true, type: digits, width: 1}
                  - {name: 作成日, field: filing.document, required: true, type: date, width: 8}
                  - {name: 予備, required: false, type: filler, width: 21}
              - type: "2"
                columns:
                  - {name: 区分, field: filing.document, required: true, type: digits, width: 1}
                  - {name: 記号, field: member-identity.insured-identifier, required: true, type: digits, width: 4}
                  - {name: 番号, field: member-identity.insured-identifier, required: true, type: digits, width: 4}
                  - {name: 枝番, field: member-identity.insured-identifier, required: true, type: digits, width: 2}
                  - {name: 氏名, field: member-identity.name, required: true, type: full-width, width: 10}
                  - {name: 金額, field: cash-benefit.amount, required: false, type: decimal, width: 6}
                  - {name: 予備, required: false, type: filler, width: 3}
                members: {symbol: 記号, number: 番号, branch: 枝番}
              - type: "8"
                stands: last
                columns:
                  - {name: 区分, field: filing.document, required: true, type: digits, width: 1}
                  - {name: 件数, field: filing.document, required: true, type: digits, width: 6, counts: rows}
                  - {name: 合計, field: cash-benefit.amount, required: true, type: digits, width: 9, totals: 金額}
                  - {name: 予備, required: false, type: filler, width: 14}
            """;
    private static final String HEADER = "120260401" + " ".repeat(21);
    private static final String FIRST = "2" + "0012" + "3456" + "01" + "架空太郎　" + "  1200" + "   ";
    private static final String SECOND = "2" + "0012" + "3456" + "02" + "佐藤花子　" + "   800" + "   ";
    private static final String TRAILER = "8000002000002000" + " ".repeat(14);
    private static final Set<String> ALL = Set.of(
            "filing.document", "member-identity.insured-identifier", "member-identity.name", "cash-benefit.amount");

    private static String file(String... records) {
        return String.join("\r\n", records) + "\r\n";
    }

    private static final String WHOLE = file(HEADER, FIRST, SECOND, TRAILER);

    @Test
    void masksMyNumbersInTheirPlacesAndKeepsTheWidths() throws IOException {
        FixedLengthForm form = MadeUpLayouts.form("fixed-length", """
                encoding: windows-31j
                line-end: crlf
                records:
                  - columns:
                      - {name: 番号, field: member-identity.insured-identifier, required: true, type: digits, width: 4}
                      - {name: 備考, field: member-identity.name, required: false, type: text, width: 30}
                      - {name: 個人番号, field: my-number.number, required: false, type: my-number, width: 12}
                """, FixedLengthForm.class);
        var content = new FixedLengthContent(FixedLayout.of(form, MadeUpLayouts.surroundings()));
        Set<String> fields = Set.of("member-identity.insured-identifier", "member-identity.name", "my-number.number");
        String row = "3456" + "架空 123456789018 です" + " ".repeat(8) + "123456789018\r\n";
        String wide = "3457" + "１２３４５６７８９０１８" + " ".repeat(6) + " ".repeat(12) + "\r\n";
        var out = new ByteArrayOutputStream();

        Projected projected = content.project(
                new ByteArrayInputStream((row + wide).getBytes(WINDOWS_31J)), out, new Permission(fields, true));

        assertThat(out.toString(WINDOWS_31J))
                .isEqualTo("3456" + "架空 ************ です" + " ".repeat(8) + "************\r\n" + "3457" + "＊".repeat(12)
                        + " ".repeat(6) + " ".repeat(12) + "\r\n");
        assertThat(projected.removed()).isEqualTo(Map.of("my-number.number", 3L));
        assertThat(content.read(new ByteArrayInputStream(out.toByteArray()), Arrival.UNKNOWN)
                        .myNumbers()
                        .findings())
                .isEmpty();
    }

    @Test
    void readsRecordsByTheirBytes() throws IOException {
        for (String record : List.of(HEADER, FIRST, SECOND, TRAILER)) {
            assertThat(record.getBytes(WINDOWS_31J)).hasSize(30);
        }

        Reading reading = read(LAYOUT, WHOLE);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.counts()).isEqualTo(Map.of("records", 2L, "lines", 4L));
        assertThat(reading.members()).isEqualTo(2);
        assertThat(reading.fields()).isEqualTo(ALL);
    }

    @Test
    void readsRecordsWithoutLineEndsAndAnEndMark() throws IOException {
        String layout = LAYOUT.replace("crlf", "none");
        String whole = WHOLE.replace("\r\n", "");

        assertThat(read(layout, whole).findings()).isEmpty();
        assertThat(read(layout, whole + "\u001a").findings()).isEmpty();
        assertThat(read(LAYOUT, WHOLE + "\u001a").findings()).isEmpty();
        assertThat(project(layout, whole + "\u001a", ALL)).isEqualTo(whole + "\u001a");
        assertThat(rules(read(layout, whole + "8"))).containsExactly("H01", "C33");
    }

    @Test
    void namesRecordAndFieldOfWhatIsWrong() throws IOException {
        Reading reading = read(
                LAYOUT,
                file(
                        HEADER,
                        FIRST.replace("  1200", "12.5  "),
                        SECOND.replace("佐藤花子　", "ｻ佐藤花   "),
                        "3" + SECOND.substring(1),
                        SECOND + " ",
                        SECOND.substring(0, SECOND.length() - 1) + "x",
                        TRAILER.replace("000002", "000006")));

        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::line, Finding::record, Finding::field)
                .containsExactly(
                        tuple("C18", 2L, "record 1", "金額"),
                        tuple("C26", 3L, "record 2", "氏名"),
                        tuple("H02", 4L, "record 3", null),
                        tuple("H01", 5L, "record 4", null),
                        tuple("H03", 6L, "record 5", "予備"),
                        tuple("C33", 7L, "trailer", "件数"),
                        tuple("C34", 7L, "trailer", "合計"));
    }

    @Test
    void saysThatACharacterIsCut() throws IOException {
        byte[] bytes = file(HEADER, FIRST, TRAILER).getBytes(WINDOWS_31J);
        // the first byte of the name is moved one place to the left
        System.arraycopy(bytes, 32 + 11, bytes, 32 + 10, 10);

        Reading reading = reading(LAYOUT, bytes);

        assertThat(reading.findings().get(0))
                .extracting(Finding::rule, Finding::line, Finding::record, Finding::field)
                .containsExactly("H05", 2L, "record 1", "枝番");
    }

    @Test
    void saysOnceThatLineEndsAreNotAsAgreed() throws IOException {
        assertThat(rules(read(LAYOUT, WHOLE.replace("\r\n", "\n")))).containsExactly("H04");
        assertThat(rules(read(LAYOUT.replace("crlf", "lf"), WHOLE))).containsExactly("H04");
        assertThat(rules(read(LAYOUT, WHOLE.stripTrailing() + " ".repeat(14)))).containsExactly("C17");
    }

    @Test
    void missesHeaderAndTrailer() throws IOException {
        assertThat(rules(read(LAYOUT, file(FIRST, SECOND, TRAILER)))).containsExactly("C35");
        assertThat(rules(read(LAYOUT, file(HEADER, FIRST, SECOND)))).containsExactly("C35");
        assertThat(rules(read(LAYOUT, file(FIRST, HEADER, SECOND, TRAILER)))).containsExactly("C36");
        assertThat(rules(read(LAYOUT, file(HEADER, FIRST, TRAILER, SECOND)))).containsExactly("C36");
        assertThat(rules(read(LAYOUT, ""))).containsExactly("C01");
    }

    @Test
    void leavesEveryByteWhenEverythingIsPermitted() throws IOException {
        assertThat(project(LAYOUT, WHOLE, ALL)).isEqualTo(WHOLE);
    }

    @Test
    void blanksWhatIsNotPermittedAndKeepsThePlaces() throws IOException {
        var out = new ByteArrayOutputStream();

        Projected projected = content(LAYOUT)
                .project(
                        new ByteArrayInputStream(WHOLE.getBytes(WINDOWS_31J)),
                        out,
                        Permission.of(Set.of("member-identity.insured-identifier")));

        String blank = "1" + " ".repeat(29);
        assertThat(out.toString(WINDOWS_31J))
                .isEqualTo(file(
                        blank, "20012345601" + " ".repeat(19), "20012345602" + " ".repeat(19), "8" + " ".repeat(29)));
        assertThat(projected.records()).isEqualTo(2);
        assertThat(projected.left()).containsExactly("member-identity.insured-identifier");
        assertThat(projected.removed())
                .containsEntry("member-identity.name", 2L)
                .containsEntry("cash-benefit.amount", 3L);
    }

    @Test
    void neverSendsWhatStandsInAFiller() throws IOException {
        String hidden = FIRST.substring(0, FIRST.length() - 3) + "abc";

        assertThat(project(LAYOUT, file(HEADER, hidden, TRAILER), ALL)).isEqualTo(file(HEADER, FIRST, TRAILER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "20012345601", ""})
    void letsNothingLeaveOfARecordThatItDoesNotUnderstand(String record) {
        assertThatThrownBy(() -> project(LAYOUT, file(HEADER, record), ALL))
                .isInstanceOf(IOException.class)
                .hasMessage("record 2 is no record of its layout; it can't leave");
    }

    private static FixedLengthContent content(String layout) {
        FixedLengthForm form = MadeUpLayouts.form("fixed-length", layout, FixedLengthForm.class);
        return new FixedLengthContent(FixedLayout.of(form, MadeUpLayouts.surroundings()));
    }

    private static Reading read(String layout, String text) throws IOException {
        return reading(layout, text.getBytes(WINDOWS_31J));
    }

    private static Reading reading(String layout, byte[] bytes) throws IOException {
        return content(layout).read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN);
    }

    private static String project(String layout, String text, Set<String> fields) throws IOException {
        var out = new ByteArrayOutputStream();
        content(layout).project(new ByteArrayInputStream(text.getBytes(WINDOWS_31J)), out, Permission.of(fields));
        return out.toString(WINDOWS_31J);
    }

    private static List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }
}
