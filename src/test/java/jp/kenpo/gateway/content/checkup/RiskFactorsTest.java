package jp.kenpo.gateway.content.checkup;

import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.BODY_MASS_INDEX;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.DIASTOLIC;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.FASTING_GLUCOSE;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.FASTING_TRIGLYCERIDE;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.HBA1C;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.HDL;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.RANDOM_GLUCOSE;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.RANDOM_TRIGLYCERIDE;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.SYSTOLIC;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.WAIST;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.withoutFault;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskFactorsTest {

    @Test
    void comparesTheWaistBySexAndTakesVisceralFatInstead() {
        assertThat(of(withoutFault().with(WAIST, "84.9")).waist()).isEqualTo(Known.NO);
        assertThat(of(withoutFault().with(WAIST, "85.0")).waist()).isEqualTo(Known.YES);
        assertThat(of(withoutFault().woman().with(WAIST, "89.9")).waist()).isEqualTo(Known.NO);
        assertThat(of(withoutFault().woman().with(WAIST, "90.0")).waist()).isEqualTo(Known.YES);
        assertThat(of(withoutFault().ofUnknownSex().with(WAIST, "87.0")).waist())
                .isEqualTo(Known.UNKNOWN);
        assertThat(of(withoutFault().ofUnknownSex().with(WAIST, "92.0")).waist())
                .isEqualTo(Known.YES);
        assertThat(of(withoutFault().with("9N021000000000001", "100.0")).waist())
                .isEqualTo(Known.YES);
        assertThat(of(withoutFault().without(WAIST)).waist()).isEqualTo(Known.UNKNOWN);
        assertThat(of(withoutFault().without(WAIST).with(BODY_MASS_INDEX, "19.9"))
                        .waist())
                .isEqualTo(Known.NO);
    }

    @Test
    void takesTheReadingOfTheBloodPressureThatCounts() {
        assertThat(of(withoutFault().with(SYSTOLIC, "129").with(DIASTOLIC, "84"))
                        .bloodPressure())
                .isEqualTo(Known.NO);
        assertThat(of(withoutFault().with(DIASTOLIC, "85")).bloodPressure()).isEqualTo(Known.YES);
        assertThat(of(withoutFault().with(SYSTOLIC, "140").with("9A755000000000001", "128"))
                        .bloodPressure())
                .isEqualTo(Known.NO);
        assertThat(of(withoutFault().with(SYSTOLIC, "120").with("9A752000000000001", "135"))
                        .bloodPressure())
                .isEqualTo(Known.YES);
    }

    @Test
    void takesFastingGlucoseBeforeHbA1cBeforeRandom() {
        assertThat(of(withoutFault().with(FASTING_GLUCOSE, "99").with(HBA1C, "6.0"))
                        .glucose())
                .isEqualTo(Known.NO);
        assertThat(of(withoutFault().without(FASTING_GLUCOSE).with(HBA1C, "5.6").with(RANDOM_GLUCOSE, "90"))
                        .glucose())
                .isEqualTo(Known.YES);
        assertThat(of(withoutFault().without(FASTING_GLUCOSE).with(RANDOM_GLUCOSE, "100"))
                        .glucose())
                .isEqualTo(Known.YES);
        assertThat(of(withoutFault()
                                .without(FASTING_GLUCOSE)
                                .with(RANDOM_GLUCOSE, "100")
                                .with(Answers.BLOOD_DRAW, "4"))
                        .glucose())
                .isEqualTo(Known.UNKNOWN);
    }

    @Test
    void hasAHigherThresholdForRandomTriglyceride() {
        assertThat(of(withoutFault().with(FASTING_TRIGLYCERIDE, "150")).lipid()).isEqualTo(Known.YES);
        assertThat(of(withoutFault().without(FASTING_TRIGLYCERIDE).with(RANDOM_TRIGLYCERIDE, "174"))
                        .lipid())
                .isEqualTo(Known.NO);
        assertThat(of(withoutFault().without(FASTING_TRIGLYCERIDE).with(RANDOM_TRIGLYCERIDE, "175"))
                        .lipid())
                .isEqualTo(Known.YES);
        assertThat(of(withoutFault().with(HDL, "39")).lipid()).isEqualTo(Known.YES);
    }

    @Test
    void doesNotCountWhoSmokedFormerlyAndBelievesTheInsurersRecheckOfMedication() {
        assertThat(of(withoutFault().with(Answers.SMOKING, "2")).smoking()).isEqualTo(Known.NO);
        assertThat(of(withoutFault().with(Answers.SMOKING, "1")).smoking()).isEqualTo(Known.YES);
        assertThat(of(withoutFault().with(Answers.MEDICATION_LIPID, "1")).medication())
                .isEqualTo(Known.YES);
        assertThat(of(withoutFault().with(Answers.RECHECKED_GLUCOSE, "2")).medication())
                .isEqualTo(Known.YES);
        assertThat(of(withoutFault().without(Answers.MEDICATION_LIPID)).medication())
                .isEqualTo(Known.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        // who is born on 1 April reaches 65 on 31 March
        "1961-04-01, 2025-04-01, NO",
        "1961-04-02, 2025-04-01, YES",
        "1961-04-02, 2026-03-31, YES",
        "1961-04-02, 2026-04-01, NO",
    })
    void countsTheAgeAtTheEndOfTheFiscalYear(LocalDate birth, LocalDate checkup, Known under65) {
        assertThat(of(withoutFault().born(birth).performed(checkup)).under65()).isEqualTo(under65);
    }

    @ParameterizedTest
    @CsvSource({
        "NO, YES, YES, YES, NO",
        "YES, NO, NO, NO, NO",
        "YES, YES, NO, NO, BORDERLINE",
        "YES, YES, YES, NO, MEETS_CRITERIA",
        "YES, YES, YES, UNKNOWN, MEETS_CRITERIA",
        "YES, YES, NO, UNKNOWN, CANNOT_JUDGE",
        "UNKNOWN, NO, NO, NO, NO",
        "UNKNOWN, YES, NO, NO, CANNOT_JUDGE",
    })
    void judgesTheMetabolicSyndrome(
            Known waist, Known bloodPressure, Known lipid, Known glucose, MetabolicJudgement expected) {
        assertThat(new MetabolicCriteria(waist, bloodPressure, lipid, glucose).judgement())
                .isEqualTo(expected);
    }

    @Test
    void hasOtherThresholdsForTheMetabolicSyndrome() {
        assertThat(metabolic(withoutFault().with(FASTING_GLUCOSE, "109")).glucose())
                .isEqualTo(Known.NO);
        assertThat(metabolic(withoutFault().with(FASTING_GLUCOSE, "110")).glucose())
                .isEqualTo(Known.YES);
        assertThat(metabolic(withoutFault().without(FASTING_GLUCOSE).with(HBA1C, "5.9"))
                        .glucose())
                .isEqualTo(Known.NO);
        assertThat(metabolic(withoutFault().with(Answers.MEDICATION_LIPID, "1")).lipid())
                .isEqualTo(Known.YES);
    }

    private static RiskFactors of(MadeUpCheckup checkup) {
        return RiskFactors.of(checkup.document(), checkup.results());
    }

    private static MetabolicCriteria metabolic(MadeUpCheckup checkup) {
        return MetabolicCriteria.of(checkup.document(), checkup.results());
    }
}
