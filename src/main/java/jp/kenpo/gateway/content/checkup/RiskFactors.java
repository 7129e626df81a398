package jp.kenpo.gateway.content.checkup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the decision table of the guidance levels (階層化) asks for.
 *
 * <p>Source: MHLW, 標準的な健診・保健指導プログラム 令和6年度版. Thresholds are compared as reported, without rounding. Glucose:
 * fasting, else HbA1c, else random (健保連大阪 Q&amp;A, one source); random glucose drawn less than 3.5 hours after a meal
 * does not count. Triglyceride: fasting, else random.
 *
 * @param waist waist of at least 85 cm (men) or 90 cm (women), or visceral fat of at least 100 cm²; no, if the waist
 *     may be left out because of a BMI under 20
 * @param bodyMassIndex BMI of at least 25
 * @param bloodPressure at least 130 systolic or 85 diastolic
 * @param lipid triglyceride of at least 150 (random 175), or HDL under 40
 * @param glucose glucose of at least 100, or HbA1c of at least 5.6
 * @param smoking answer 1; who smoked formerly does not
 * @param medication for blood pressure, glucose or lipid
 * @param under65 aged 40 to 64 at the end of the fiscal year (31 March); else 65 to 74
 */
public record RiskFactors(
        Known waist,
        Known bodyMassIndex,
        Known bloodPressure,
        Known lipid,
        Known glucose,
        Known smoking,
        Known medication,
        Known under65) {

    private static final int FIRST_OLD_AGE = 65;

    static RiskFactors of(CheckupDocument document, Results results) {
        CheckupDocument.Person person = document.person();
        return new RiskFactors(
                waist(results, person.sex()),
                Known.atLeast(results.number(Quantity.BODY_MASS_INDEX), "25"),
                bloodPressure(results),
                lipid(results),
                glucose(results),
                results.value(Answers.SMOKING)
                        .map(answer -> Known.of(answer.equals(Answers.YES)))
                        .orElse(Known.UNKNOWN),
                medicated(results, Answers.MEDICATION_BLOOD_PRESSURE, Answers.RECHECKED_BLOOD_PRESSURE)
                        .or(medicated(results, Answers.MEDICATION_GLUCOSE, Answers.RECHECKED_GLUCOSE))
                        .or(medicated(results, Answers.MEDICATION_LIPID, Answers.RECHECKED_LIPID)),
                under65(person.birthDate(), document.performedOn()));
    }

    static Known waist(Results results, @Nullable Integer sex) {
        var waist = results.number(Quantity.WAIST);
        Known fat = Known.atLeast(results.number(Quantity.VISCERAL_FAT), "100");
        if (waist.isEmpty()) {
            return fat == Known.UNKNOWN && RequiredItems.waistNotNeeded(results) ? Known.NO : fat;
        }
        Known men = Known.atLeast(waist, "85");
        Known women = Known.atLeast(waist, "90");
        Known wide = men == women ? men : Known.UNKNOWN;
        if (sex != null) {
            wide = sex == 2 ? women : men;
        }
        return fat == Known.UNKNOWN ? wide : wide.or(fat);
    }

    static Known bloodPressure(Results results) {
        return Known.atLeast(results.number(Quantity.SYSTOLIC), "130")
                .or(Known.atLeast(results.number(Quantity.DIASTOLIC), "85"));
    }

    private static Known lipid(Results results) {
        return Known.atLeast(results.number(Quantity.FASTING_TRIGLYCERIDE), "150")
                .orElse(Known.atLeast(results.number(Quantity.RANDOM_TRIGLYCERIDE), "175"))
                .or(Known.below(results.number(Quantity.HDL), "40"));
    }

    private static Known glucose(Results results) {
        Known random = results.says(Answers.BLOOD_DRAW, Answers.TOO_SOON)
                ? Known.UNKNOWN
                : Known.atLeast(results.number(Quantity.RANDOM_GLUCOSE), "100");
        return Known.atLeast(results.number(Quantity.FASTING_GLUCOSE), "100")
                .orElse(Known.atLeast(results.number(Quantity.HBA1C), "5.6"))
                .orElse(random);
    }

    /** Returns whether medicine is taken: as answered, or as the insurer found when it asked again (.24020). */
    static Known medicated(Results results, String answer, String recheck) {
        if (results.value(recheck).isPresent()) {
            return Known.YES;
        }
        return results.value(answer)
                .map(value -> Known.of(value.equals(Answers.YES)))
                .orElse(Known.UNKNOWN);
    }

    private static Known under65(@Nullable LocalDate birthDate, @Nullable LocalDate performedOn) {
        if (birthDate == null || performedOn == null) {
            return Known.UNKNOWN;
        }
        return Known.of(CheckupDates.ageAtYearEnd(birthDate, performedOn) < FIRST_OLD_AGE);
    }
}
