package jp.kenpo.gateway.content.checkup;

import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.BODY_MASS_INDEX;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.DIASTOLIC;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.ECG;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.ECG_TEXT;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.FASTING_GLUCOSE;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.FASTING_TRIGLYCERIDE;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.HBA1C;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.HDL;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.HEIGHT;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.HISTORY;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.HISTORY_TEXT;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.LDL;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.NON_HDL;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.RANDOM_GLUCOSE;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.RANDOM_TRIGLYCERIDE;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.SYSTOLIC;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.URINE_GLUCOSE;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.WAIST;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.WEIGHT;
import static jp.kenpo.gateway.content.checkup.MadeUpCheckup.withoutFault;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemChecksTest {

    @Test
    void findsNothingInACheckupWithoutFault() {
        assertThat(withoutFault().findings()).isEmpty();
    }

    @Test
    void findsEveryRequiredItemThatIsMissing() {
        for (String code : List.of(
                HEIGHT,
                HISTORY,
                Answers.METABOLIC_JUDGEMENT,
                Answers.GUIDANCE_LEVEL,
                Answers.DOCTORS_JUDGEMENT,
                Answers.SMOKING,
                Answers.MEDICATION_LIPID)) {
            assertThat(withoutFault().without(code).found()).contains("V17a " + code);
        }
        assertThat(withoutFault().without(HEIGHT).findings().get(0).line()).isZero();
    }

    @Test
    void acceptsARequiredItemThatWasNotDone() {
        assertThat(withoutFault().notDone(HDL).found()).isEmpty();
    }

    @Test
    void needsOneOfEachGroup() {
        assertThat(withoutFault().without(LDL).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("V17b");
            assertThat(finding.field()).isEqualTo("LDLコレステロール・Non-HDLコレステロール");
        });
        assertThat(withoutFault().without(FASTING_GLUCOSE).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.field()).isEqualTo("空腹時血糖・随時血糖・HbA1c(NGSP値)"));
        assertThat(withoutFault().without(FASTING_GLUCOSE).with(HBA1C, "5.2").findings())
                .isEmpty();
    }

    @Test
    void doesNotCountGlucoseDrawnTooSoonAfterAMeal() {
        var tooSoon = withoutFault()
                .with(Answers.BLOOD_DRAW, "4")
                .without(FASTING_GLUCOSE, FASTING_TRIGLYCERIDE)
                .with(RANDOM_GLUCOSE, "110")
                .with(RANDOM_TRIGLYCERIDE, "100");

        assertThat(tooSoon.found()).extracting(found -> found.substring(0, 4)).containsExactly("V17c");
        assertThat(tooSoon.with(HBA1C, "5.2").found()).containsExactly("V20e " + RANDOM_GLUCOSE);
    }

    @Test
    void needsTheWaistUnlessTheBmiIsUnderTwenty() {
        assertThat(withoutFault().without(WAIST).found()).singleElement().satisfies(found -> assertThat(found)
                .startsWith("V17d"));
        assertThat(withoutFault()
                        .without(WAIST)
                        .with(WEIGHT, "57.5")
                        .with(BODY_MASS_INDEX, "19.9")
                        .found())
                .isEmpty();
        assertThat(withoutFault()
                        .without(WAIST)
                        .with("9N021000000000001", "80.0")
                        .found())
                .isEmpty();
    }

    @Test
    void takesASelfReportedWaistOnlyWithALowBmi() {
        String selfReported = Answers.SELF_REPORTED_WAIST;

        assertThat(withoutFault().without(WAIST).with(selfReported, "80.0").found())
                .containsExactly("V20i " + selfReported);
        assertThat(withoutFault()
                        .without(WAIST)
                        .with(selfReported, "80.0")
                        .with(WEIGHT, "62.0")
                        .with(BODY_MASS_INDEX, "21.5")
                        .found())
                .isEmpty();
    }

    @Test
    void asksWhyUrineWasNotTaken() {
        assertThat(withoutFault().notDone(URINE_GLUCOSE).found()).containsExactly("V17e 9N512000000000011");
        assertThat(withoutFault()
                        .notDone(URINE_GLUCOSE)
                        .with(Answers.REASON_NOT_DONE, "3")
                        .found())
                .containsExactly("V17e 9N512000000000011");
        assertThat(withoutFault()
                        .notDone(URINE_GLUCOSE)
                        .with(Answers.REASON_NOT_DONE, "1")
                        .found())
                .isEmpty();
    }

    @Test
    void needsTheTextThatGoesWithAFlag() {
        assertThat(withoutFault().with(HISTORY, "1").found()).containsExactly("V17f " + HISTORY_TEXT);
        assertThat(withoutFault().with(HISTORY, "1").with(HISTORY_TEXT, "あり").found())
                .isEmpty();
        assertThat(withoutFault().with(HISTORY_TEXT, "あり").found()).containsExactly("V20f " + HISTORY_TEXT);
        assertThat(withoutFault().with(ECG, "1").found()).containsExactly("V20g " + ECG_TEXT);
    }

    @Test
    void needsTheDoctorOfTheJudgementAndTheTimeOfTheBloodDraw() {
        assertThat(withoutFault()
                        .changed(Answers.DOCTORS_JUDGEMENT, observed -> changed(observed, "ST", "異常なし", null, null))
                        .found())
                .containsExactly("V17g " + Answers.DOCTORS_NAME);
        assertThat(withoutFault().without(Answers.BLOOD_DRAW).found()).containsExactly("V17i " + Answers.BLOOD_DRAW);
        assertThat(withoutFault().with("3C015000002327101", "0.90").found()).containsExactly("V17j eGFR");
    }

    @Test
    void asksAnEmployerForWhatBothCheckupsShare() {
        assertThat(withoutFault()
                        .of("41", "030")
                        .without(HDL, Answers.GUIDANCE_LEVEL, Answers.METABOLIC_JUDGEMENT)
                        .found())
                .containsExactly("V17h HDLコレステロール");
        assertThat(withoutFault()
                        .of("40", "030")
                        .born(LocalDate.of(1991, 11, 11))
                        .without(HDL, WAIST, Answers.GUIDANCE_LEVEL, Answers.METABOLIC_JUDGEMENT)
                        .found())
                .isEmpty();
        assertThat(withoutFault()
                        .of("10", "030")
                        .without(Answers.SMOKING, Answers.GUIDANCE_LEVEL)
                        .found())
                .containsExactly("V23a 服薬・喫煙");
        assertThat(withoutFault().of("40", "990").without(HEIGHT, HDL).found()).isEmpty();
    }

    @Test
    void needsAValueOfTheRightTypeUnitAndList() {
        assertThat(change(HDL, observed -> changed(observed, "PQ", null, "mg/dL", null)))
                .containsExactly("V18a " + HDL);
        assertThat(change(HDL, observed -> changed(observed, "ST", "60", null, null)))
                .containsExactly("V18b " + HDL);
        assertThat(change(HDL, observed -> changed(observed, "PQ", "60", "mg/dl", null)))
                .containsExactly("V18c " + HDL);
        assertThat(change(HDL, observed -> changed(observed, "PQ", "about 60", "mg/dL", null)))
                .containsExactly("V18j " + HDL);
        assertThat(change(HISTORY, observed -> changed(observed, "CD", "2", null, ItemTable.OID + ".2002")))
                .containsExactly("V18d " + HISTORY);
        assertThat(withoutFault().with(HISTORY, "3").found()).containsExactly("V18e " + HISTORY);
    }

    @Test
    void letsOldAnswersOnSmokingPassInOldCheckups() {
        var old = withoutFault()
                .changed(Answers.SMOKING, observed -> changed(observed, "CD", "2", null, ItemTable.OID + ".2003"));

        assertThat(old.found()).containsExactly("V18d " + Answers.SMOKING);
        assertThat(old.performed(LocalDate.of(2024, 3, 31)).found()).isEmpty();
    }

    @Test
    void knowsEveryItemOfTheTableAndNoOther() {
        assertThat(withoutFault().and(other("9Z999000000000001", "01010")).found())
                .containsExactly("V18f 9Z999000000000001");
        assertThat(withoutFault().and(other("9Z999000000000001", "01990")).found())
                .containsExactly("V18g 9Z999000000000001");
        assertThat(withoutFault().and(other("1A035000000190101", "01010")).found())
                .containsExactly("V18f 1A035000000190101");
        assertThat(withoutFault().with("1A035000000190101", "6.5").found()).isEmpty();
        assertThat(withoutFault().and(other("123456789012", "01990")).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.field()).isEqualTo("code"));
    }

    @Test
    void findsAnItemThatStandsTwiceAndAMethodThatContradictsIt() {
        var twice = withoutFault();
        Observed hdl = twice.results().observed(HDL).orElseThrow();

        assertThat(twice.and(hdl).found()).containsExactly("V18h " + HDL);
        assertThat(change(
                        HDL,
                        observed -> new Observed(
                                HDL,
                                "01010",
                                "PQ",
                                "60",
                                "mg/dL",
                                null,
                                false,
                                false,
                                null,
                                "3F07020000",
                                null,
                                observed.line())))
                .containsExactly("V18i " + HDL);
    }

    @Test
    void keepsToDigitsAndLimits() {
        assertThat(withoutFault().with(HEIGHT, "170.03").found()).containsExactly("V19a " + HEIGHT);
        assertThat(withoutFault().with(HEIGHT, "170").found()).isEmpty();
        assertThat(withoutFault().with(HDL, "501").found()).containsExactly("V19b " + HDL);
        assertThat(change(HDL, observed -> limited("501", "H", observed))).isEmpty();
        assertThat(change(HDL, observed -> limited("60", "H", observed))).containsExactly("V19c " + HDL);
        assertThat(withoutFault()
                        .with(HISTORY, "1")
                        .with(HISTORY_TEXT, "あ".repeat(129))
                        .found())
                .containsExactly("V19d " + HISTORY_TEXT);
        assertThat(withoutFault().with("9N211161100000049", "20250230").found())
                .containsExactly("V19e 9N211161100000049");
    }

    @Test
    void comparesValuesWithEachOther() {
        assertThat(withoutFault().with(BODY_MASS_INDEX, "22.6").found()).isEmpty();
        assertThat(withoutFault().with(BODY_MASS_INDEX, "22.7").found()).containsExactly("V20a " + BODY_MASS_INDEX);
        assertThat(withoutFault().with(DIASTOLIC, "120").found()).contains("V20b " + DIASTOLIC);
        assertThat(withoutFault().with(Answers.BLOOD_DRAW, "3").found())
                .containsExactlyInAnyOrder("V20c " + FASTING_GLUCOSE, "V20c " + FASTING_TRIGLYCERIDE);
        assertThat(withoutFault().with(RANDOM_GLUCOSE, "90").found()).containsExactly("V20d " + RANDOM_GLUCOSE);
        assertThat(withoutFault()
                        .with(Answers.DRINKING, "8")
                        .with(Answers.DRINKING_AMOUNT, "2")
                        .found())
                .containsExactly("V20h " + Answers.DRINKING_AMOUNT);
        assertThat(withoutFault()
                        .with(Answers.DRINKING, "8")
                        .with(Answers.DRINKING_AMOUNT, "1")
                        .found())
                .isEmpty();
        assertThat(withoutFault().without(LDL).with(NON_HDL, "120").found()).containsExactly("V20j " + NON_HDL);
    }

    @Test
    void judgesAnewAndTellsTheDifferenceWithoutTellingTheLevel() {
        var atRisk = withoutFault().with(WAIST, "90.0").with(SYSTOLIC, "150").with(FASTING_TRIGLYCERIDE, "300");

        assertThat(atRisk.found())
                .containsExactly("V21a " + Answers.METABOLIC_JUDGEMENT, "V21b " + Answers.GUIDANCE_LEVEL);
        assertThat(atRisk.findings())
                .allSatisfy(finding -> assertThat(finding.arguments()).isEmpty());
        assertThat(atRisk.with(Answers.METABOLIC_JUDGEMENT, "1")
                        .with(Answers.GUIDANCE_LEVEL, "1")
                        .found())
                .isEmpty();
        assertThat(atRisk.born(LocalDate.of(1955, 1, 1))
                        .with(Answers.GUIDANCE_LEVEL, "2")
                        .found())
                .isEmpty();
    }

    @Test
    void doesNotBelieveALevelThatCannotBeJudged() {
        var unfounded = withoutFault().with(WAIST, "90.0").with(SYSTOLIC, "150").notDone(FASTING_GLUCOSE);

        assertThat(unfounded.with(Answers.METABOLIC_JUDGEMENT, "4").found())
                .containsExactly("V21c " + Answers.GUIDANCE_LEVEL);
        assertThat(unfounded.with(Answers.GUIDANCE_LEVEL, "4").found()).isEmpty();
    }

    @Test
    void addsUpThePointsOfGuidance() {
        assertThat(guidance("180", "100", "80")).isEmpty();
        assertThat(guidance("180", "100", "70"))
                .extracting(finding -> finding.substring(0, 4))
                .containsExactly("V22b");
    }

    @Test
    void namesNoValueInAnyMessage() {
        var findings = withoutFault()
                .with(HEIGHT, "912.7")
                .with(HDL, "50123")
                .with(HISTORY, "1")
                .with(HISTORY_TEXT, "ひみつ".repeat(50))
                .findings();

        assertThat(findings).hasSizeGreaterThan(2);
        for (var finding : findings) {
            assertThat(finding.message(Locale.JAPANESE) + finding.message(Locale.ENGLISH) + finding)
                    .doesNotContain("912", "50123", "ひみつ");
        }
    }

    private static List<String> guidance(String all, String support, String outcome) {
        var document = new CheckupDocument(
                "g99100000182025052001000001.xml",
                true,
                "22",
                "100",
                LocalDate.of(2025, 5, 20),
                LocalDate.of(2025, 4, 18),
                "9910000018",
                withoutFault().document().person(),
                List.of(points("1042010080", all), points("1042010070", support), points("1042001060", outcome)));
        return MadeUpCheckup.findingsOf(document).stream()
                .map(finding -> finding.rule() + " " + finding.field())
                .toList();
    }

    private static Observed points(String code, String value) {
        return new Observed(code, "90070", "INT", value, null, null, false, false, null, null, null, 1);
    }

    private static List<String> change(String code, UnaryOperator<Observed> change) {
        return withoutFault().changed(code, change).found();
    }

    private static Observed changed(
            Observed observed,
            String type,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String codeSystem) {
        return new Observed(
                observed.code(),
                observed.section(),
                type,
                value,
                unit,
                codeSystem,
                false,
                false,
                null,
                observed.method(),
                null,
                observed.line());
    }

    private static Observed limited(String value, String limit, Observed observed) {
        return new Observed(
                observed.code(),
                observed.section(),
                "PQ",
                new BigDecimal(value).toPlainString(),
                observed.unit(),
                null,
                false,
                false,
                limit,
                observed.method(),
                null,
                observed.line());
    }

    private static Observed other(String code, String section) {
        return new Observed(code, section, "PQ", "1", null, null, false, false, null, null, null, 99);
    }
}
