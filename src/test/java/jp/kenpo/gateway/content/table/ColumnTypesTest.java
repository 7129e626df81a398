package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypesTest {

    @ParameterizedTest
    @CsvSource({
        "type: digits, 0123, １２３, C07",
        "type: code, A-01b, A 01, C22",
        "type: kana, ヤマダ　タロウ, ヤマダﾀﾛｳ, C23",
        "type: kana, ﾔﾏﾀﾞ ﾀﾛｳ, 山田, C23",
        "type: full-width-kana, ヤマダ　タロウ, ﾔﾏﾀﾞ, C24",
        "type: half-width-kana, ﾔﾏﾀﾞ ﾀﾛｳ, ヤマダ, C25",
        "type: full-width, 東京都１−２　ａ, 東京都1, C26",
        "type: half-width, ﾄｳｷﾖｳ 1-2 a/b, 東京, C27",
        "type: decimal, 12, 1.5, C18",
        "'type: decimal, scale: 2', -0.25, 1.234, C18",
        "'type: decimal, scale: 1', 12.5, 12., C18",
        "'type: decimal, scale: 1', 0.5, .5, C18",
        "'type: decimal, scale: 1', 12.5, '1,250', C18",
        "'type: decimal, scale: 1, min: 20, max: 300.5', 300.5, 300.6, C19",
        "'type: decimal, scale: 1, min: 20, max: 300.5', 20, 19.9, C19",
        "type: time, 2359, 2400, C21",
        "type: time, 09:30:59, 09:60, C21",
        "type: time, 09:30, 9:30, C21",
        "type: timestamp, 202604011230, 202602301230, C21",
        "type: timestamp, 20260401123059, 2026040112305, C21",
        "type: insurer-number, 06990014, 06990015, C28",
        "type: institution-code, 1314300596, 1314300592, C29",
        "type: corporate-number, 7123456789012, 8123456789012, C30",
        "type: corporate-number, 4011001098993, 401100109899, C30",
        "type: my-number, 123456789018, 123456789019, C31",
        "type: my-number, 123456789050, 111111111111, C31",
    })
    void takesTheRightAndRefusesTheWrong(String type, String right, String wrong, String rule) throws IOException {
        assertThat(rules(type, right)).isEmpty();
        assertThat(rules(type, wrong)).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "compact, 20240229, 20230229",
        "compact, 99991231, 2024-02-29",
        "hyphens, 2024-02-29, 2024-2-29",
        "slashes, 2024/2/9, 24/2/9",
        "slashes, 2024/02/29, 2024/02/30",
        "era-digits, 3510131, 3990131",
        "era-digits, 5070418, 6010101",
        "era-digits, 4310430, 4320101",
        "era-written, S51.1.31, S65.1.1",
        "era-written, 令和7年4月18日, 令和7年4月",
        "era-written, 令和元年5月1日, 令和元年4月30日",
        "era-written, 平成３１年４月３０日, 平成31年4月31日",
        "era-written, H1.1.8, H1.1.7",
    })
    void takesADayInItsDeclaredFormOnly(String form, String right, String wrong) throws IOException {
        String type = "type: date, dates: [" + form + "]";

        assertThat(rules(type, right)).isEmpty();
        assertThat(rules(type, wrong)).containsExactly("C08");
    }

    @ParameterizedTest
    @CsvSource({
        "compact, 202612, 202613",
        "hyphens, 2026-04, 2026-4",
        "slashes, 2026/4, 2026/13",
        "era-digits, 50804, 50800",
        "era-written, 令和8年4月, 令和8年4月1日",
        "era-written, R8.4, R0.4",
    })
    void takesAMonthInItsDeclaredFormOnly(String form, String right, String wrong) throws IOException {
        String type = "type: month, dates: [" + form + "]";

        assertThat(rules(type, right)).isEmpty();
        assertThat(rules(type, wrong)).containsExactly("C20");
    }

    @Test
    void takesEachOfSeveralForms() throws IOException {
        String type = "type: date, dates: [compact, slashes, era-digits, era-written]";

        assertThat(rules(type, "19760131", "1976/1/31", "3510131", "S51.1.31")).isEmpty();
    }

    @Test
    void countsBytesAsTheEncodingDoes() throws IOException {
        assertThat(rules("type: text, max-bytes: 9", "髙橋花")).isEmpty();
        assertThat(rules("type: text, max-bytes: 8", "髙橋花")).containsExactly("C10");
        assertThat(rules("type: text, max-bytes: 4, max-length: 1", "𠮷")).isEmpty();
    }

    @Test
    void takesAFormulaWhereTheColumnAllowsIt() throws IOException {
        assertThat(rules("type: text, formulas: allowed", "=1+1", "-x")).isEmpty();
        assertThat(rules("type: half-width", "=1+1", "-x")).containsExactly("C12", "C37");
    }

    private static List<String> rules(String type, String... cells) throws IOException {
        String field = type.contains("my-number") ? "my-number.number" : "member-identity.name";
        var content = MadeUpLayouts.csv("encoding: utf-8\nheader: none\ncolumns:\n  - {name: a, field: " + field
                + ", required: true, " + type + "}\n");
        StringBuilder table = new StringBuilder();
        for (String cell : cells) {
            table.append(cell.contains(",") ? '"' + cell + '"' : cell).append("\r\n");
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        return content.read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN).findings().stream()
                .map(Finding::rule)
                .toList();
    }
}
