package jp.kenpo.gateway.content.employer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of the shipped layout: what is written of them, and the rule that is said; nothing where it reads "-". */
class CellReadingTest {

    private static final EmployerLayout LAYOUT = ConfigurationFile.read(
                    Path.of("config", "layouts", "employer-checkup.yaml"), EmployerCheckupForm.class)
            .content()
            .layout();

    @ParameterizedTest
    @CsvSource({
        "19680524, 19680524, -",
        "１９６８０５２４, 19680524, W20",
        "1968/5/24, 19680524, W21",
        "1968-05-24, 19680524, W21",
        "1968年5月24日, 19680524, W21",
        "1968/5/24 0:00, 19680524, W21",
        "S43.5.24, 19680524, W21",
        "昭和43年5月24日, 19680524, W21",
        "令和元年5月1日, 20190501, W21",
        "平成31年4月30日, 20190430, W21",
        "24982, 19680524, W31",
        "H31.5.1, '', W46",
        "昭和64年1月8日, '', W46",
        "68/5/24, '', W46",
        "5/24/1968, '', W46",
        "20250230, '', W46",
        "9999, '', W46",
        "未実施, '', W46",
    })
    void readsDays(String cell, String written, String rule) {
        assertRead("生年月日", cell, written, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "06999999, 06999999, -",
        "０６９９９９９９, 06999999, W20",
        "6999999, 06999999, W30",
        "6999999.0, 06999999, W30",
        "069999990, '', W42",
        "0699999A, '', W41",
    })
    void readsNumbersOfInsurers(String cell, String written, String rule) {
        assertRead("保険者番号", cell, written, rule);
    }

    @ParameterizedTest
    @CsvSource({"4001, 4001, -", "4001.0, 4001, W25", "４００１, 4001, W20", "4.001E+3, '', W41", "=4001, '', W55"})
    void readsNumbersOfMembers(String cell, String written, String rule) {
        assertRead("番号", cell, written, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "168.0, 168.0, -",
        "168, 168, -",
        "１６８．０, 168.0, W20",
        "168.0cm, 168.0, W24",
        "168.0 ㎝, 168.0, W24",
        "1.68m, 168.0, W24",
        "168.04, 168.0, W34",
        "1.68, '', W51",
        "5尺, '', W52",
        "高い, '', W50",
        "未実施, 未実施, -",
        "-168, '', W50",
    })
    void readsMeasuredValues(String cell, String written, String rule) {
        assertRead("身長", cell, written, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "2000以上, 2000以上, W33",
        "'>2000', >2000, W33",
        "H, H, W33",
        "2500, '', W51",
        "0.1未満, '', W50",
        "'1,200', 1200, W20",
    })
    void readsLimitsInThePlaceOfValues(String cell, String written, String rule) {
        assertRead("中性脂肪", cell, written, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "478, 478, -",
        "478万/μL, 478, W24",
        "4780000/mm3, 478, W24",
        "4.78×10^6/μL, '', W52",
        "4.78百万/μl, 478, W24",
        "4780000, '', W51",
    })
    void convertsUnits(String cell, String written, String rule) {
        assertRead("赤血球数", cell, written, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, -",
        "１, 1, W20",
        "1.0, 1, W25",
        "-, 1, W22",
        "（－）, 1, W22",
        "(−), 1, W22",
        "ー, 1, W22",
        "±, 2, W22",
        "1+, 3, W22",
        "２＋, 4, W22",
        "9, '', W53",
        "陽, '', W53",
    })
    void readsCodesAndTheirLabels(String cell, String written, String rule) {
        assertRead("尿糖", cell, written, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, -",
        "10時間以上, 2, W22",
        "12.0, 2, W32",
        "10, 2, W32",
        "9.9, 3, W32",
        "3.5時間, 3, W32",
        "2.5, 4, W32",
        "2時間, 4, W32",
        "1, '', W53",
        "9:30, '', W53",
        "99, '', W53",
    })
    void readsTheTimeSinceTheLastMeal(String cell, String written, String rule) {
        assertRead("採血時間", cell, written, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "テスト　ジロウ, テスト　ジロウ, -",
        "ﾃｽﾄ ｼﾞﾛｳ, テスト　ジロウ, W20",
        "テスト ジロウ, テスト　ジロウ, W26",
        "てすと　じろう, てすと　じろう, W57",
    })
    void readsNamesInKatakana(String cell, String written, String rule) {
        assertRead("氏名（カナ）", cell, written, rule);
    }

    @ParameterizedTest
    @CsvSource({"要精密検査, 要精密検査, -", "B, B, W38", "Ｃ判定, Ｃ判定, W38", "@SUM(A1), '', W55"})
    void doesNotTakeAClinicsGradeForAJudgement(String cell, String written, String rule) {
        assertRead("医師の診断", cell, written, rule);
    }

    private static void assertRead(String item, String cell, String written, String rule) {
        List<String> said = new ArrayList<>();
        CellValue value = new CellReading(LAYOUT)
                .read(
                        new Column(0, item(item), BigDecimal.ONE),
                        new Cell(cell, Cell.Kind.TEXT),
                        (each, arguments) -> said.add(each.id()));

        assertThat(value.text()).isEqualTo(written);
        assertThat(said).isEqualTo(rule.equals("-") ? List.of() : List.of(rule));
    }

    private static Item item(String name) {
        return LAYOUT.items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
