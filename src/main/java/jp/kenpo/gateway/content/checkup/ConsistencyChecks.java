package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** Checks values against each other: BMI, blood pressure, time of the blood draw, drinking (V20). */
final class ConsistencyChecks {

    private static final BigDecimal CM_IN_M = new BigDecimal(100);
    private static final BigDecimal ROUNDING = new BigDecimal("0.1");
    private static final BigDecimal SELF_REPORT_BELOW = new BigDecimal(22);
    private static final BigDecimal LDL_NOT_RELIABLE_FROM = new BigDecimal(400);

    /** Answers 7 (quit) and 8 (never). */
    private static final Set<String> NOT_DRINKING = Set.of("7", "8");

    private ConsistencyChecks() {}

    static void check(Results results, CheckupFindings findings) {
        checkBodyMassIndex(results, findings);
        checkBloodPressure(results, findings);
        checkBloodDraw(results, findings);
        checkNonHdl(results, findings);
        results.observed(Answers.DRINKING_AMOUNT)
                .filter(amount -> results.value(Answers.DRINKING_AMOUNT)
                        .filter(answer -> !answer.equals("1"))
                        .isPresent())
                .filter(amount -> results.value(Answers.DRINKING)
                        .filter(NOT_DRINKING::contains)
                        .isPresent())
                .ifPresent(amount -> add(findings, ItemRule.DRINKING, amount));
    }

    private static void checkBodyMassIndex(Results results, CheckupFindings findings) {
        var height = results.number(Quantity.HEIGHT).filter(number -> number.signum() > 0);
        var weight = results.number(Quantity.WEIGHT);
        var written = results.number(Quantity.BODY_MASS_INDEX);
        if (height.isPresent() && weight.isPresent() && written.isPresent()) {
            BigDecimal metres = height.get().divide(CM_IN_M);
            BigDecimal computed = weight.get().divide(metres.multiply(metres), 1, RoundingMode.HALF_UP);
            if (computed.subtract(written.get()).abs().compareTo(ROUNDING) > 0) {
                results.of(Quantity.BODY_MASS_INDEX)
                        .forEach(observed -> add(findings, ItemRule.BODY_MASS_INDEX, observed));
            }
        }
        if (written.filter(bmi -> bmi.compareTo(SELF_REPORT_BELOW) >= 0).isPresent()) {
            results.observed(Answers.SELF_REPORTED_WAIST)
                    .filter(waist -> Results.number(waist).isPresent())
                    .filter(waist -> results.of(Quantity.WAIST).count() == 1)
                    .ifPresent(waist -> add(findings, ItemRule.SELF_REPORTED_WAIST, waist));
        }
    }

    private static void checkBloodPressure(Results results, CheckupFindings findings) {
        List<String> systolic = Quantity.SYSTOLIC.prefixes();
        List<String> diastolic = Quantity.DIASTOLIC.prefixes();
        for (int reading = 0; reading < systolic.size(); reading++) {
            var upper = results.observed(systolic.get(reading) + "000000000001").flatMap(Results::number);
            var lower = results.observed(diastolic.get(reading) + "000000000001");
            lower.filter(observed -> Results.number(observed)
                            .flatMap(low -> upper.filter(high -> low.compareTo(high) >= 0))
                            .isPresent())
                    .ifPresent(observed -> add(findings, ItemRule.BLOOD_PRESSURE, observed));
        }
    }

    private static void checkBloodDraw(Results results, CheckupFindings findings) {
        String time = results.value(Answers.BLOOD_DRAW).orElse("");
        if (time.isEmpty()) {
            return;
        }
        boolean fasting = time.equals(Answers.FASTING);
        ItemRule rule = fasting ? ItemRule.FASTING_AFTER_ALL : ItemRule.NOT_FASTING;
        Quantity triglyceride = fasting ? Quantity.RANDOM_TRIGLYCERIDE : Quantity.FASTING_TRIGLYCERIDE;
        Quantity glucose = fasting ? Quantity.RANDOM_GLUCOSE : Quantity.FASTING_GLUCOSE;
        results.of(triglyceride).filter(ConsistencyChecks::measured).forEach(observed -> add(findings, rule, observed));
        results.of(glucose).filter(ConsistencyChecks::measured).forEach(observed -> add(findings, rule, observed));
        boolean otherGlucose = results.mentions(Quantity.FASTING_GLUCOSE) || results.mentions(Quantity.HBA1C);
        if (time.equals(Answers.TOO_SOON) && otherGlucose) {
            results.of(Quantity.RANDOM_GLUCOSE)
                    .filter(ConsistencyChecks::measured)
                    .forEach(observed -> add(findings, ItemRule.GLUCOSE_NOT_COUNTED, observed));
        }
    }

    private static void checkNonHdl(Results results, CheckupFindings findings) {
        boolean ldlWasPossible = results.says(Answers.BLOOD_DRAW, Answers.FASTING)
                && results.number(Quantity.FASTING_TRIGLYCERIDE)
                        .filter(number -> number.compareTo(LDL_NOT_RELIABLE_FROM) < 0)
                        .isPresent();
        if (ldlWasPossible && !results.mentions(Quantity.LDL)) {
            results.of(Quantity.NON_HDL)
                    .filter(ConsistencyChecks::measured)
                    .forEach(observed -> add(findings, ItemRule.NON_HDL, observed));
        }
    }

    private static boolean measured(Observed observed) {
        return Results.number(observed).isPresent();
    }

    private static void add(CheckupFindings findings, ItemRule rule, Observed observed) {
        String label =
                ItemTable.FOURTH_PERIOD.item(observed.code()).map(Item::label).orElse(observed.code());
        ItemChecks.add(findings, rule, observed, label);
    }
}
