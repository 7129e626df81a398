package jp.kenpo.gateway.content.checkup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Judges anew what the document judged and tells differences (V21); both stay. Neither judgement stands in a finding.
 *
 * <p>Only persons aged 40 to 74 at the end of the fiscal year are stratified, and who reaches 75 in it and has the checkup
 * before; nobody else's level is compared.
 */
final class JudgementChecks {

    private JudgementChecks() {}

    static void check(CheckupDocument document, Results results, CheckupFindings findings) {
        results.value(Answers.METABOLIC_JUDGEMENT).ifPresent(written -> {
            MetabolicJudgement judgement =
                    MetabolicCriteria.of(document, results).judgement();
            boolean decided = judgement != MetabolicJudgement.CANNOT_JUDGE;
            if (decided && !judgement.code().equals(written)) {
                add(findings, ItemRule.METABOLIC_JUDGEMENT, results, Answers.METABOLIC_JUDGEMENT);
            }
        });
        if (isTarget(document.person().birthDate(), document.performedOn())) {
            results.value(Answers.GUIDANCE_LEVEL)
                    .ifPresent(written -> checkLevel(document, results, written, findings));
        }
    }

    private static void checkLevel(
            CheckupDocument document, Results results, String written, CheckupFindings findings) {
        var factors = RiskFactors.of(document, results);
        GuidanceLevel level = Stratification.of(factors).level();
        if (level.code().equals(written)) {
            return;
        }
        if (level != GuidanceLevel.CANNOT_JUDGE) {
            add(findings, ItemRule.GUIDANCE_LEVEL, results, Answers.GUIDANCE_LEVEL);
        } else if (!findings.errorsInRecord()) {
            // what is missing is an error of its own; only what may be missing is told here
            add(findings, ItemRule.GUIDANCE_LEVEL_UNFOUNDED, results, Answers.GUIDANCE_LEVEL);
        }
    }

    private static boolean isTarget(@Nullable LocalDate birthDate, @Nullable LocalDate performedOn) {
        if (birthDate == null || performedOn == null) {
            return false;
        }
        int age = CheckupDates.ageAtYearEnd(birthDate, performedOn);
        return age >= 40 && age <= 75;
    }

    private static void add(CheckupFindings findings, ItemRule rule, Results results, String code) {
        String label = ItemTable.FOURTH_PERIOD.item(code).map(Item::label).orElse(code);
        ItemChecks.add(findings, rule, results.observed(code).orElseThrow(), label);
    }
}
