package jp.kenpo.gateway.content.checkup;

import java.util.EnumSet;
import java.util.Set;

/**
 * Criteria of the metabolic syndrome: waist (or visceral fat), and blood pressure, lipid and glucose, where medicine
 * counts too. Unlike the guidance level: no BMI, glucose from 110 (if there is no fasting glucose: HbA1c from 6.0).
 *
 * <p>Source: MHLW 001272427 ("if there is none": one source). Random values are not mentioned there: what they would
 * decide is left open.
 *
 * @param waist as in {@link RiskFactors}
 */
public record MetabolicCriteria(Known waist, Known bloodPressure, Known lipid, Known glucose) {

    static MetabolicCriteria of(CheckupDocument document, Results results) {
        Known triglyceride = Known.atLeast(results.number(Quantity.FASTING_TRIGLYCERIDE), "150");
        Known glucose = Known.atLeast(results.number(Quantity.FASTING_GLUCOSE), "110")
                .orElse(Known.atLeast(results.number(Quantity.HBA1C), "6.0"));
        return new MetabolicCriteria(
                RiskFactors.waist(results, document.person().sex()),
                RiskFactors.bloodPressure(results)
                        .or(RiskFactors.medicated(
                                results, Answers.MEDICATION_BLOOD_PRESSURE, Answers.RECHECKED_BLOOD_PRESSURE)),
                triglyceride
                        .or(Known.below(results.number(Quantity.HDL), "40"))
                        .or(RiskFactors.medicated(results, Answers.MEDICATION_LIPID, Answers.RECHECKED_LIPID)),
                glucose.or(RiskFactors.medicated(results, Answers.MEDICATION_GLUCOSE, Answers.RECHECKED_GLUCOSE)));
    }

    /** Returns the judgement; it can't be judged if a missing value could change it. */
    public MetabolicJudgement judgement() {
        Set<MetabolicJudgement> judgements = EnumSet.noneOf(MetabolicJudgement.class);
        for (boolean isWide : waist.possible()) {
            for (boolean pressure : bloodPressure.possible()) {
                for (boolean fat : lipid.possible()) {
                    for (boolean sugar : glucose.possible()) {
                        judgements.add(judgement(isWide, count(pressure, fat, sugar)));
                    }
                }
            }
        }
        return judgements.size() == 1 ? judgements.iterator().next() : MetabolicJudgement.CANNOT_JUDGE;
    }

    private static MetabolicJudgement judgement(boolean isWide, int risks) {
        if (!isWide || risks == 0) {
            return MetabolicJudgement.NO;
        }
        return risks == 1 ? MetabolicJudgement.BORDERLINE : MetabolicJudgement.MEETS_CRITERIA;
    }

    private static int count(boolean... risks) {
        int count = 0;
        for (boolean risk : risks) {
            count += risk ? 1 : 0;
        }
        return count;
    }
}
