package jp.kenpo.gateway.content.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jp.kenpo.gateway.content.ContentRules;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a counterparty reads about a file of its own. */
class ErrorReportTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final ReportSubject SUBJECT = new ReportSubject(
            "01M2ABCDEFGHJKMNPQRSTVWXYZ",
            "KEKKA_202607.csv",
            "receipt-check-result",
            "ab".repeat(32),
            Instant.parse("2026-10-31T15:00:00Z"));
    private static final Finding POINTS =
            new Finding(Severity.ERROR, "T01", 12, "receipt 3 (20261)", "合計点数", List.of("40"));
    private static final Finding WHOLE_FILE = new Finding(Severity.WARNING, "R05", 0, null, null, List.of());

    @Test
    void writesATableThatOpensWhereTheFileWasMade() {
        byte[] csv = report(POINTS, WHOLE_FILE).csv(WINDOWS_31J, Locale.JAPANESE);

        assertThat(new String(csv, WINDOWS_31J))
                .isEqualTo("行,レコード,項目,コード,重大度,内容,対処\r\n"
                        + "12,レセプト 3 (20261),合計点数,T01,エラー,請求時の明細と合計点数が 40 点異なります。,"
                        + "行の変更または欠落です。取得し直してください。取得し直しても残る場合は支払基金に確認してください。\r\n"
                        + ",,,R05,警告,傷病名、または診療行為・医薬品・特定器材の記録がありません。,"
                        + "レセプトの内容を確認し、説明がつかなければ再審査を申し出てください。\r\n");
    }

    @Test
    void marksUtf8ForSpreadsheets() {
        String csv = new String(report(POINTS).csv(StandardCharsets.UTF_8, Locale.ENGLISH), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFLine,Record,Field,Code,Severity,Finding,What to do\r\n12,receipt 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x"})
    void neutralisesWhatASpreadsheetWouldCarryOut(String heading) throws IOException {
        var finding = new Finding(Severity.ERROR, "R21", 2, heading, heading, List.of());

        CSVRecord row = rows(report(finding)).get(1);

        assertThat(row.get(1)).isEqualTo("'" + heading);
        assertThat(row.get(2)).isEqualTo("'" + heading);
    }

    @Test
    void keepsCellsTogetherWhateverTheyHold() throws IOException {
        var finding = new Finding(Severity.ERROR, "R21", 2, "a\"b", "c,d\r\n=e\u202Ef\u001b[2J", List.of());

        List<CSVRecord> rows = rows(report(finding));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).get(1)).isEqualTo("a\"b");
        assertThat(rows.get(1).get(2)).isEqualTo("c,d〓〓=e〓f〓[2J");
    }

    @Test
    void showsWhereACharacterIsMissingInTheEncoding() throws IOException {
        var finding = new Finding(Severity.ERROR, "R21", 2, null, "𠮷野 한", List.of());

        assertThat(rows(report(finding)).get(1).get(2)).isEqualTo("〓野 〓");
    }

    @Test
    void everyTextOfARuleCanBeWrittenInTheEncodingOfTheOffices() {
        var encoder = WINDOWS_31J.newEncoder();
        ContentRules.all().forEach(rule -> {
            var finding = new Finding(rule.severity(), rule.id(), 1, null, null, List.of("1", "2", "3"));
            assertThat(encoder.canEncode(finding.message(Locale.JAPANESE)))
                    .as(rule.id())
                    .isTrue();
        });
    }

    @Test
    void writesATextToRead() {
        var report = new ErrorReport(SUBJECT, List.of(POINTS, WHOLE_FILE), 1_200, 1);

        assertThat(new String(report.text(Locale.JAPANESE), StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("""
                        エラー報告

                        ファイル名: KEKKA_202607.csv
                        授受番号: 01M2ABCDEFGHJKMNPQRSTVWXYZ
                        受領日時: 2026-11-01 00:00:00 (日本時間)
                        SHA-256: %s
                        データ種別: receipt-check-result

                        エラー 1,200 件、警告 1 件。このままでは受け付けできません。エラーの箇所を修正し、ファイル全体を送り直してください。

                        【エラー】T01  12 行目 / レセプト 3 (20261) / 合計点数
                          請求時の明細と合計点数が 40 点異なります。
                          対処: 行の変更または欠落です。取得し直してください。取得し直しても残る場合は支払基金に確認してください。

                        【警告】R05  ファイル全体
                          傷病名、または診療行為・医薬品・特定器材の記録がありません。
                          対処: レセプトの内容を確認し、説明がつかなければ再審査を申し出てください。

                        このほかに 1,199 件のエラー・警告があります (記載は省略しています)。記載分を修正し、再度検査してください。
                        """.formatted("ab".repeat(32)));
    }

    @Test
    void saysItInEachLanguageAskedFor() {
        String text = new String(report(POINTS).text(Locale.JAPANESE, Locale.ENGLISH), StandardCharsets.UTF_8);

        assertThat(text).startsWith("エラー報告\r\n");
        assertThat(text.substring(text.indexOf("Error report")))
                .isEqualToNormalizingNewlines("""
                        Error report

                        File: KEKKA_202607.csv
                        Transfer: 01M2ABCDEFGHJKMNPQRSTVWXYZ
                        Received: 2026-11-01 00:00:00 (Japan)
                        SHA-256: %s
                        Read as: receipt-check-result

                        Errors: 1, warnings: 0. The file can't be used as it is. Correct what is listed as an error, and send the whole file again.

                        [error] T01  line 12 / receipt 3 (20261) / 合計点数
                          The lines of the claim and its total differ by 40 points.
                          What to do: A line was changed or is missing: fetch the file again. If it stands there too, ask the payment fund.
                        """.formatted("ab".repeat(32)));
    }

    @Test
    void keepsAFindingAsJsonAndReadsItAgain() {
        assertThat(FindingJson.read(FindingJson.of(POINTS))).isEqualTo(POINTS);
        assertThat(FindingJson.read(FindingJson.of(WHOLE_FILE))).isEqualTo(WHOLE_FILE);
    }

    private static ErrorReport report(Finding... findings) {
        return new ErrorReport(SUBJECT, List.of(findings), 1, 0);
    }

    private static List<CSVRecord> rows(ErrorReport report) throws IOException {
        String csv = new String(report.csv(WINDOWS_31J, Locale.JAPANESE), WINDOWS_31J);
        return CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
    }
}
