package jp.kenpo.gateway.content.checkup;

import static jp.kenpo.gateway.content.checkup.Known.NO;
import static jp.kenpo.gateway.content.checkup.Known.UNKNOWN;
import static jp.kenpo.gateway.content.checkup.Known.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of the guidance levels, row by row; waist, BMI, pressure, lipid, glucose, smoking, medication, age. */
class StratificationTest {

    @ParameterizedTest
    @CsvSource({
        // on medication, whatever else
        "YES, YES, YES, YES, YES, YES, YES, YES, NONE",
        // neither waist nor BMI
        "NO, NO, YES, YES, YES, YES, NO, YES, NONE",
        // waist: no risk, one, two and more, by age
        "YES, NO, NO, NO, NO, NO, NO, YES, NONE",
        "YES, YES, NO, NO, NO, NO, NO, NO, NONE",
        "YES, NO, YES, NO, NO, NO, NO, YES, MOTIVATIONAL",
        "YES, NO, NO, YES, NO, NO, NO, NO, MOTIVATIONAL",
        "YES, NO, YES, YES, NO, NO, NO, YES, INTENSIVE",
        "YES, YES, YES, YES, YES, YES, NO, YES, INTENSIVE",
        "YES, NO, YES, YES, NO, NO, NO, NO, MOTIVATIONAL",
        // BMI only: no risk, one, two, three and more, by age
        "NO, YES, NO, NO, NO, NO, NO, YES, NONE",
        "NO, YES, YES, NO, NO, NO, NO, YES, MOTIVATIONAL",
        "NO, YES, YES, YES, NO, NO, NO, YES, MOTIVATIONAL",
        "NO, YES, YES, YES, YES, NO, NO, YES, INTENSIVE",
        "NO, YES, YES, YES, NO, YES, NO, YES, INTENSIVE",
        "NO, YES, YES, YES, YES, YES, NO, NO, MOTIVATIONAL",
        // smoking counts beside another risk only
        "YES, NO, NO, NO, NO, YES, NO, YES, NONE",
        "YES, NO, NO, NO, YES, YES, NO, YES, INTENSIVE",
    })
    void followsTheTable(
            Known waist,
            Known bmi,
            Known pressure,
            Known lipid,
            Known glucose,
            Known smoking,
            Known medication,
            Known under65,
            GuidanceLevel expected) {
        var factors = new RiskFactors(waist, bmi, pressure, lipid, glucose, smoking, medication, under65);

        assertThat(Stratification.of(factors).level()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // medication unknown, and it matters
        "YES, NO, YES, NO, NO, NO, UNKNOWN, YES, CANNOT_JUDGE",
        // medication unknown, and the level is none anyway
        "NO, NO, YES, YES, YES, YES, UNKNOWN, YES, NONE",
        // glucose unknown: one risk or two
        "YES, NO, YES, NO, UNKNOWN, NO, NO, YES, CANNOT_JUDGE",
        // glucose unknown: two risks or three
        "YES, NO, YES, YES, UNKNOWN, NO, NO, YES, INTENSIVE",
        // waist unknown, and it matters
        "UNKNOWN, NO, YES, NO, NO, NO, NO, YES, CANNOT_JUDGE",
        // waist unknown, on medication
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, YES, UNKNOWN, NONE",
        // smoking unknown, no other risk
        "YES, NO, NO, NO, NO, UNKNOWN, NO, YES, NONE",
        // nothing is known
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, CANNOT_JUDGE",
    })
    void cannotJudgeUnlessTheLevelIsTheSameWhateverIsMissing(
            Known waist,
            Known bmi,
            Known pressure,
            Known lipid,
            Known glucose,
            Known smoking,
            Known medication,
            Known under65,
            GuidanceLevel expected) {
        var factors = new RiskFactors(waist, bmi, pressure, lipid, glucose, smoking, medication, under65);

        assertThat(Stratification.of(factors).level()).isEqualTo(expected);
    }

    /** Older people, people with one risk less and people without a wide waist never get more guidance. */
    @Property
    void neverAsksMoreOfWhoHasLess(
            @ForAll boolean waist,
            @ForAll boolean bmi,
            @ForAll boolean pressure,
            @ForAll boolean lipid,
            @ForAll boolean glucose,
            @ForAll boolean smoking,
            @ForAll boolean under65) {
        var more = new StratificationCase(waist, bmi, pressure, lipid, glucose, smoking, false, under65);

        assertThat(List.of(
                        new StratificationCase(false, bmi, pressure, lipid, glucose, smoking, false, under65),
                        new StratificationCase(waist, false, pressure, lipid, glucose, smoking, false, under65),
                        new StratificationCase(waist, bmi, false, lipid, glucose, smoking, false, under65),
                        new StratificationCase(waist, bmi, pressure, false, glucose, smoking, false, under65),
                        new StratificationCase(waist, bmi, pressure, lipid, false, smoking, false, under65),
                        new StratificationCase(waist, bmi, pressure, lipid, glucose, false, false, under65),
                        new StratificationCase(waist, bmi, pressure, lipid, glucose, smoking, true, under65),
                        new StratificationCase(waist, bmi, pressure, lipid, glucose, smoking, false, false)))
                .allSatisfy(less -> assertThat(less.level()).isGreaterThanOrEqualTo(more.level()));
    }

    /** What becomes known later can only be one of the levels that an unknown value left open. */
    @Property
    void keepsItsLevelWhenWhatWasMissingBecomesKnown(
            @ForAll Known waist,
            @ForAll Known bmi,
            @ForAll Known pressure,
            @ForAll Known lipid,
            @ForAll Known glucose,
            @ForAll Known smoking,
            @ForAll Known medication,
            @ForAll Known under65) {
        var factors = new RiskFactors(waist, bmi, pressure, lipid, glucose, smoking, medication, under65);
        GuidanceLevel level = Stratification.of(factors).level();

        if (level != GuidanceLevel.CANNOT_JUDGE) {
            assertThat(StratificationCase.possible(factors))
                    .allSatisfy(possible -> assertThat(possible.level()).isEqualTo(level));
        }
    }

    @Test
    void givesItsReasonsWithoutValues() {
        var intensive = Stratification.of(new RiskFactors(YES, YES, YES, YES, NO, NO, NO, YES));
        var none = Stratification.of(new RiskFactors(YES, YES, NO, NO, NO, YES, NO, YES));
        var missing = Stratification.of(new RiskFactors(YES, NO, YES, NO, UNKNOWN, NO, NO, YES));

        assertThat(intensive.explanation(Locale.JAPANESE)).isEqualTo("腹囲 基準以上、追加リスク2(血圧・脂質)、40～64歳 → 積極的支援");
        assertThat(intensive.explanation(Locale.ENGLISH))
                .isEqualTo("waist at or over the criterion, 2 risks (blood pressure, lipid), aged 40 to 64"
                        + " → intensive support");
        assertThat(none.explanation(Locale.JAPANESE)).isEqualTo("腹囲 基準以上、追加リスクなし、40～64歳 → なし(情報提供)");
        assertThat(missing.explanation(Locale.JAPANESE)).isEqualTo("判定に必要な値なし → 判定不能");
    }

    @Test
    void everyReasonHasATextInBothLanguages() {
        for (var reason : Stratification.Reason.values()) {
            for (var level : GuidanceLevel.values()) {
                var stratification = new Stratification(level, List.of(reason));
                assertThat(stratification.explanation(Locale.JAPANESE)).contains("→");
                assertThat(stratification.explanation(Locale.ENGLISH)).contains("→");
            }
        }
    }
}
