package jp.kenpo.gateway.content.mynumber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.member.MyNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MyNumberGuardTest {

    private static final String NUMBER = "123456789018";

    private final MyNumberGuard guard = new MyNumberGuard();

    @Test
    void namesLineRecordColumnAndRuleOfALoneNumber() {
        guard.text(3, "row 2", "備考", "x" + NUMBER);
        assertThat(guard.sightings().count()).isEqualTo(1);
        assertThat(guard.sightings().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("G03");
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.record()).isEqualTo("row 2");
            assertThat(finding.field()).isEqualTo("備考");
            assertThat(finding.arguments()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"個人番号", "従業員マイナンバー", "ﾏｲﾅﾝﾊﾞｰ", "My Number", "MYNUMBER", "my_number", "Kojin Bangou"})
    void isSureWhereTheHeadingNamesIt(String heading) {
        guard.text(2, null, heading, NUMBER);
        assertThat(rules()).containsExactly("G01");
    }

    @Test
    void believesAHeadingThatItDoesNotShow() {
        guard.column("(L)", "マイナンバー", Watch.FIGURE).see(2, null, "12345678903");
        assertThat(rules()).containsExactly("G01");
        assertThat(guard.sightings().findings()).extracting(Finding::field).containsExactly("(L)");
    }

    @Test
    void isSureWhereTheTextNamesIt() {
        guard.text(2, null, "備考", "マイナンバーは１２３４－５６７８－９０１８です");
        assertThat(rules()).containsExactly("G01");
    }

    @Test
    void findsANumberWithoutItsZerosOnlyWhereFiguresStandOrTheHeadingNamesIt() {
        String withoutZero = "12345678903"; // 012345678903
        guard.text(2, null, "電話番号", withoutZero);
        guard.column("整理番号", Watch.FIGURE).see(2, null, withoutZero);
        assertThat(rules()).isEmpty();
        guard.text(2, null, "個人番号", withoutZero);
        assertThat(rules()).containsExactly("G01");
    }

    @Test
    void takesTenDifferentNumbersOfOneColumnForAColumnOfNumbers() {
        numbers(9).forEach(number -> guard.text(2, null, "コード", number));
        assertThat(rules()).containsOnly("G03").hasSize(9);
        numbers(10).forEach(number -> guard.text(2, null, "コード", number));
        assertThat(rules()).containsExactly("G02");
        assertThat(guard.sightings().count()).isEqualTo(19);
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_NUMBER", "CODES", "TIMESTAMP", "FIGURE"})
    void findsAColumnOfNumbersWhateverItIsDeclaredAs(Watch watch) {
        numbers(10).forEach(number -> guard.column("検索番号", watch).see(2, null, number));
        assertThat(guard.sightings().misdeclared()).extracting(Finding::rule).containsExactly("G05");
        assertThat(guard.sightings().count()).isEqualTo(10);
    }

    @Test
    void isNotMisledByOneInTenThatHasTheCheckDigitByChance() {
        var column = guard.column("整理番号", Watch.OTHER_NUMBER);
        LongStream.range(0, 1_000).forEach(i -> column.see(i, null, Long.toString(400_000_000_000L + 7 * i)));
        assertThat(guard.sightings().count()).isZero();
    }

    @Test
    void looksCloserWhereADeclaredNumberIsPartOfAText() {
        guard.column("整理番号", Watch.OTHER_NUMBER).see(1, null, "氏名 " + NUMBER);
        assertThat(rules()).containsExactly("G03");
    }

    @Test
    void takesATimestampForOneOnlyWhereItIsDeclaredAndIsOne() {
        String time = "202504011200"; // has the check digit of a My Number
        guard.column("処理日時", Watch.TIMESTAMP).see(1, null, time);
        assertThat(rules()).isEmpty();
        guard.text(1, null, "備考", time);
        assertThat(rules()).containsExactly("G03");
        guard.column("処理日時", Watch.TIMESTAMP).see(1, null, NUMBER);
        assertThat(rules()).containsExactly("G03", "G03");
    }

    @Test
    void countsEveryFilledCellOfADeclaredColumn() {
        var column = guard.column("番号", Watch.MY_NUMBER);
        column.see(2, "row 1", NUMBER);
        column.see(3, "row 2", "");
        column.see(4, "row 3", "12345");
        assertThat(guard.sightings().count()).isEqualTo(2);
        assertThat(guard.sightings().declared()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("G04");
            assertThat(finding.arguments()).containsExactly("2");
        });
    }

    @Test
    void keepsFewPlacesAndCountsAll() {
        for (int i = 0; i < 5_000; i++) {
            guard.text(i, null, "備考", NUMBER);
            guard.text(i, null, "項目" + i, NUMBER);
        }
        assertThat(guard.sightings().count()).isEqualTo(10_000);
        assertThat(guard.sightings().findings()).hasSize(1_000);
    }

    @Test
    void speaksJapaneseAndEnglishWithoutADigitOfTheNumber() {
        guard.text(2, null, "個人番号", NUMBER);
        numbers(10).forEach(number -> guard.text(2, null, "コード", number));
        guard.text(2, null, "備考", NUMBER);
        guard.column("番号", Watch.MY_NUMBER).see(2, null, NUMBER);
        numbers(10).forEach(number -> guard.column("検索番号", Watch.OTHER_NUMBER).see(2, null, number));
        var seen = guard.sightings();
        List<Finding> all = new ArrayList<>(seen.findings());
        all.addAll(seen.declared());
        all.addAll(seen.misdeclared());
        assertThat(all).extracting(Finding::rule).containsExactly("G01", "G02", "G03", "G04", "G05");
        for (Finding finding : all) {
            for (Locale locale : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
                assertThat(finding.text(locale)).isNotEqualTo(finding.rule()).doesNotContain("1234", "9018");
                assertThat(finding.remedy(locale)).isNotEmpty();
            }
        }
    }

    private List<String> rules() {
        return guard.sightings().findings().stream().map(Finding::rule).toList();
    }

    /** Made up, with the right check digit. */
    private static Stream<String> numbers(int count) {
        return LongStream.iterate(100_000_000_000L, number -> number + 1)
                .mapToObj(Long::toString)
                .filter(MyNumber::isValid)
                .limit(count);
    }
}
