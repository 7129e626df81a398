package jp.kenpo.gateway.content.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import org.junit.jupiter.api.Test;

class UploadTest {

    @Test
    void saysNothingOfACleanRowButWhichColumnsAreMissed() throws IOException {
        Reading reading = read(Uploads.HEADER, Uploads.row(1));

        assertThat(reading.accepted()).isTrue();
        assertThat(cells(reading)).isEmpty();
        assertThat(reading.members()).isEqualTo(1);
        assertThat(reading.fields())
                .containsExactlyInAnyOrder("checkup-result.person", "checkup-result.provider", "checkup-result.result");
    }

    @Test
    void findsColumnsByOtherNamesInAnyOrder() throws IOException {
        List<String> header =
                List.of("体重（ｋｇ）", "身長[m]", "健診機関コード", "健診実施日", "男女", "生 年 月 日", "ﾌﾘｶﾞﾅ", "枝番号", "証番号", "証記号", "保険者Ｎｏ．");
        List<String> row = new ArrayList<>(Uploads.row(1));
        row.set(9, "1.605");
        Collections.reverse(row);

        Reading reading = read(header, row);

        assertThat(cells(reading)).containsExactly("W24 2 row 1 身長 (B)");
        assertThat(reading.members()).isEqualTo(1);
    }

    @Test
    void saysWhichColumnsItDoesNotKnowAndShowsNoDigitsOfThem() throws IOException {
        List<String> header = with(with(Uploads.HEADER, "趣味"), "090-1234-5678");

        Reading reading = read(header, with(with(Uploads.row(1), "将棋"), "x"));

        assertThat(reading.findings())
                .filteredOn(finding -> finding.rule().equals("W09"))
                .extracting(Finding::field)
                .containsExactly("(L)", "(M)");
    }

    @Test
    void readsNeitherOfTwoColumnsForOneItem() throws IOException {
        Reading reading = read(with(Uploads.HEADER, "身長(cm)"), with(Uploads.row(1), "170.0"));

        assertThat(errors(reading)).containsExactly("W10 1 null 身長 (L)");
    }

    @Test
    void saysOnceWhichRequiredColumnIsMissing() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Uploads.HEADER.subList(1, Uploads.HEADER.size()));
        IntStream.range(0, 50).forEach(i -> rows.add(Uploads.row(i).subList(1, Uploads.HEADER.size())));

        assertThat(errors(Uploads.read(Uploads.csv(rows)))).containsExactly("W07 1 null 保険者番号");
    }

    @Test
    void namesTheHeadingsThatAMissingColumnMayHave() throws IOException {
        Reading reading = read(Uploads.HEADER.subList(1, 8), Uploads.row(1).subList(1, 8));

        assertThat(message(reading, "W07", "保険者番号", Locale.ENGLISH))
                .isEqualTo("No column \"保険者番号\". One of these headings is needed: 保険者番号, 保険者No, 保険者コード."
                        + " Add the column and send the file again.");
        assertThat(message(reading, "W08", "健診機関番号", Locale.JAPANESE))
                .startsWith("特定健診で必要な「健診機関番号・健診機関名」の列がありません(いずれか: 健診機関番号, ");
        assertThat(reading.findings())
                .noneMatch(finding -> finding.message(Locale.ENGLISH).contains("{"));
    }

    private static String message(Reading reading, String rule, String field, Locale locale) {
        return reading.findings().stream()
                .filter(finding -> finding.rule().equals(rule) && field.equals(finding.field()))
                .map(finding -> finding.message(locale))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void skipsATitleAndTheRowOfItemCodes() throws IOException {
        List<String> codes = List.of("", "", "", "", "", "", "", "", "", "9N001000000000001", "9N006000000000001");

        Reading reading = read(List.of("2025年度 健診結果"), List.of(""), Uploads.HEADER, codes, Uploads.row(1));

        assertThat(rules(reading)).contains("W05", "W06").doesNotContain("W40");
        assertThat(reading.records()).isEqualTo(1);
    }

    @Test
    void refusesAFileWithoutHeader() throws IOException {
        assertThat(errors(read(Uploads.row(1), Uploads.row(2)))).containsExactly("W04 1 null null");
    }

    @Test
    void saysThatTabsAreNoCommas() throws IOException {
        byte[] tabs = String.join("\t", Uploads.HEADER).getBytes(Uploads.WINDOWS_31J);

        assertThat(errors(Uploads.read(tabs))).containsExactly("W17 1 null null");
    }

    @Test
    void readsCommasAndLineBreaksInQuotes() throws IOException {
        Reading reading =
                read(with(Uploads.HEADER, "既往歴"), with(Uploads.row(1), "\"高血圧,\n痛風\""), with(Uploads.row(2), "2"));

        assertThat(cells(reading)).containsExactly("W23 2 row 1 既往歴 (L)");
        assertThat(reading.counts()).containsEntry("records", 2L).containsEntry("lines", 4L);
    }

    @Test
    void aLostQuoteSpoilsItsRowOnly() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Uploads.HEADER);
        rows.add(with(Uploads.row(0).subList(0, 10), "\"55.0"));
        IntStream.range(1, 100).forEach(i -> rows.add(Uploads.row(i)));

        Reading reading = Uploads.read(Uploads.csv(rows));

        assertThat(errors(reading)).containsExactly("W12 2 row 1 null");
        assertThat(reading.members()).isEqualTo(99);
    }

    @Test
    void refusesARowOfAnotherWidth() throws IOException {
        assertThat(errors(read(Uploads.HEADER, with(Uploads.row(1), "x")))).containsExactly("W11 2 row 1 null");
    }

    @Test
    void skipsEmptyRows() throws IOException {
        Reading reading = read(Uploads.HEADER, Uploads.row(1), List.of(",,,,,,,,,,"), List.of(""));

        assertThat(reading.records()).isEqualTo(1);
        assertThat(reading.accepted()).isTrue();
    }

    @Test
    void tellsUtf8ByItselfAndByItsMark() throws IOException {
        String text = String.join(",", Uploads.HEADER) + "\r\n" + String.join(",", Uploads.row(1)) + "\r\n";

        for (String file : List.of(text, "\uFEFF" + text)) {
            Reading reading = Uploads.read(file.getBytes(StandardCharsets.UTF_8));

            assertThat(reading.accepted()).isTrue();
            assertThat(reading.findings().get(0).message(Locale.ENGLISH)).startsWith("Read as UTF-8.");
        }
    }

    @Test
    void refusesUtf16AndEmptyFilesAndSaysWhatToDo() throws IOException {
        assertThat(errors(Uploads.read("保険者番号,記号".getBytes(StandardCharsets.UTF_16))))
                .containsExactly("W16 0 null null");
        assertThat(errors(Uploads.read(new byte[0]))).containsExactly("W01 0 null null");
    }

    @Test
    void namesTheLineWithBytesOfAnotherEncoding() throws IOException {
        var file = new ByteArrayOutputStream();
        file.writeBytes(Uploads.csv(List.of(Uploads.HEADER, Uploads.row(1))));
        file.writeBytes("0,テスト\r\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(Uploads.csv(List.of(Uploads.row(2))));

        assertThat(errors(Uploads.read(file.toByteArray()))).containsExactly("W02 3 row 2 null");
    }

    @Test
    void checksInsurerInstitutionAndDaysOfARow() throws IOException {
        Reading reading = read(
                Uploads.HEADER,
                changed(1, 0, "06999998"),
                changed(2, 0, "06139992"),
                changed(3, 8, "9910000019"),
                changed(4, 7, "20251002"),
                changed(5, 7, "20080331"),
                changed(6, 5, "20250418"),
                changed(7, 2, ""),
                changed(8, 4, ""),
                Uploads.row(9),
                Uploads.row(9));

        assertThat(cells(reading))
                .containsExactly(
                        "W43 2 row 1 保険者番号 (A)",
                        "W44 3 row 2 保険者番号 (A)",
                        "W45 4 row 3 健診機関番号 (I)",
                        "W47 5 row 4 受診日 (H)",
                        "W49 6 row 5 受診日 (H)",
                        "W48 7 row 6 生年月日 (F)",
                        "W40 8 row 7 番号 (C)",
                        "W36 9 row 8 氏名（カナ） (E)",
                        "W39 11 row 10 番号 (C)");
    }

    @Test
    void asksForWaistOfThoseWhoAreFortyAtTheEndOfTheFiscalYear() throws IOException {
        List<String> header = with(Uploads.HEADER, "腹囲");
        List<String> inTime = new ArrayList<>(with(Uploads.row(1), ""));
        inTime.set(5, "19860401");
        List<String> tooLate = new ArrayList<>(with(Uploads.row(2), ""));
        tooLate.set(5, "19860402");

        assertThat(cells(read(header, inTime, tooLate))).containsExactly("W36 2 row 1 腹囲 (L)");
    }

    @Test
    void oneOfAGroupIsEnough() throws IOException {
        List<String> header = with(with(Uploads.HEADER, "空腹時血糖"), "HbA1c");
        List<String> old = new ArrayList<>(with(with(Uploads.row(1), "95"), ""));
        old.set(5, "19700101");
        List<String> neither = new ArrayList<>(with(with(Uploads.row(2), ""), "未実施"));
        neither.set(5, "19700101");

        assertThat(cells(read(header, old, neither))).containsExactly("W35 3 row 2 HbA1c (M)");
    }

    @Test
    void namesTheFirstCellsOfAHabitAndCountsTheOthers() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Uploads.HEADER);
        IntStream.range(0, 2_000).forEach(i -> rows.add(changed(i, 5, "1991/11/11")));
        rows.add(changed(2_000, 5, "1991/13/11"));

        Reading reading = Uploads.read(Uploads.csv(rows));

        assertThat(reading.findings().stream().filter(finding -> finding.rule().equals("W21")))
                .hasSize(Report.NAMED);
        assertThat(errors(reading)).containsExactly("W46 2002 row 2001 生年月日 (F)");
        assertThat(reading.findings().get(reading.findings().size() - 1).message(Locale.ENGLISH))
                .isEqualTo("The same as W21 in 1990 more cells of this column. Nothing to do.");
    }

    @Test
    void seesMyNumbersAlsoInColumnsThatItDoesNotRead() throws IOException {
        List<String> header = with(Uploads.HEADER, "マイナンバー(12桁)");

        Reading reading = read(header, with(Uploads.row(1), "123456789018"), with(Uploads.row(2), ""));

        assertThat(reading.myNumbers().count()).isEqualTo(1);
        assertThat(reading.myNumbers().findings())
                .extracting(Finding::line, Finding::field)
                .containsExactly(tuple(2L, "個人番号 (L)"));
        assertThat(read(Uploads.HEADER, Uploads.row(1)).myNumbers().count()).isZero();
    }

    @Test
    void refusesFormulas() throws IOException {
        List<String> header = with(Uploads.HEADER, "医師名");

        assertThat(errors(read(header, with(Uploads.row(1), "=HYPERLINK(1)"), with(Uploads.row(2), "＝1"))))
                .containsExactly("W55 2 row 1 医師名 (L)", "W55 3 row 2 医師名 (L)");
    }

    @SafeVarargs
    private static Reading read(List<String>... rows) throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (List<String> row : rows) {
            all.add(row);
        }
        return Uploads.read(Uploads.csv(all));
    }

    private static List<String> with(List<String> row, String cell) {
        List<String> longer = new ArrayList<>(row);
        longer.add(cell);
        return longer;
    }

    private static List<String> changed(int person, int column, String cell) {
        List<String> row = new ArrayList<>(Uploads.row(person));
        row.set(column, cell);
        return row;
    }

    private static List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }

    private static List<String> errors(Reading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(UploadTest::place)
                .toList();
    }

    private static List<String> cells(Reading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.record() != null)
                .map(UploadTest::place)
                .toList();
    }

    private static String place(Finding finding) {
        return finding.rule() + " " + finding.line() + " " + finding.record() + " " + finding.field();
    }
}
