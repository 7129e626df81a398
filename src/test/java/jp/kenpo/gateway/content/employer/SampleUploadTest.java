package jp.kenpo.gateway.content.employer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.testing.Peers;
import org.junit.jupiter.api.Test;

class SampleUploadTest {

    /** Every cell of the sample that is not in the form of the layout, by hand: line, columns, rule. */
    private static final List<String> DIRTY = List.of(
            "2 B F W20", // full-width digits, half-width kana
            "2 H J W21", // 1975/8/5, 2025/4/18
            "2 I U AD AE AF AG AH AK AL AM AN AO AP AU AV AW AX W22", // words for codes
            "3 D W37", // no branch number
            "3 U W32", // 12.0 hours
            "3 AD AE AL AM AN AO AP W22",
            "3 AF AG AH W36", // no history and symptoms; waist, medication and smoking are not owed before 40
            "4 A D W30", // 7 digits, 1 digit
            "4 B W20",
            "4 F W26", // half-width space
            "4 H J W21", // S51.1.31, 令和7年4月18日
            "4 I AD AE W22", // M, ±, 1+
            "4 P V W35", // 未実施, キャンセル
            "4 U AH AT W36",
            "4 Z W50", // 0.1未満, in whole units
            "4 AF AG AK AL W23", // words for findings
            "4 AI W27", // 未実施, not owed
            "4 AQ W33"); // 0.1未満

    @Test
    void namesEachDirtyCellOfTheSharedSampleAndNoOther() throws IOException {
        Reading reading = read();

        assertThat(reading.findings().stream()
                        .filter(finding -> finding.line() > 0)
                        .map(finding ->
                                finding.line() + " " + letters(String.valueOf(finding.field())) + " " + finding.rule()))
                .containsExactlyInAnyOrderElementsOf(
                        DIRTY.stream().flatMap(SampleUploadTest::cells).toList());
        assertThat(reading.errors()).isEqualTo(1);
    }

    @Test
    void saysWhichEncodingItFound() throws IOException {
        assertThat(read().findings().get(0).message(Locale.ENGLISH))
                .isEqualTo("Read as windows-31j. Nothing to do if the names are shown rightly.");
    }

    @Test
    void countsRowsAndMembers() throws IOException {
        Reading reading = read();

        assertThat(reading.counts()).containsEntry("records", 3L).containsEntry("lines", 4L);
        assertThat(reading.members()).isEqualTo(3);
    }

    @Test
    void repeatsNoValueOfAPerson() throws IOException {
        String said = read().findings().stream()
                .map(finding -> finding + finding.message(Locale.ENGLISH) + finding.message(Locale.JAPANESE))
                .collect(Collectors.joining());

        assertThat(said).doesNotContain("1004", "E0001", "ｼﾞﾛｳ", "架空", "S51", "痛風", "171.3", "洞性");
    }

    private static Reading read() throws IOException {
        return Uploads.read(Files.readAllBytes(Peers.neededSample("checkups/employer_checkup_practice_cp932.csv")));
    }

    private static Stream<String> cells(String line) {
        String[] parts = line.split(" ");
        return Stream.of(parts)
                .skip(1)
                .limit(parts.length - 2L)
                .map(column -> parts[0] + " " + column + " " + parts[parts.length - 1]);
    }

    private static String letters(String field) {
        return field.substring(field.lastIndexOf('(') + 1, field.length() - 1);
    }
}
