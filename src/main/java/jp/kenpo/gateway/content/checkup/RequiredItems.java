package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kenpo.gateway.content.checkup.Item.Need;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a document has what its checkup must have (V17, V23).
 *
 * <p>A specific checkup needs every item and one of every group; an employer's what both checkups ask for, which may be
 * left out where the law leaves it out by age. Other checkups (cancer screening and others) need nothing.
 */
final class RequiredItems {

    /** Blood and waist, which an employer may leave out under 40 but not at 35. Source: 労働安全衛生規則 44条2項. */
    private static final Set<String> BY_AGE = Set.of("A", "D", "E", "F", "G", "H", "J", "bcd");

    private static final Set<String> GLUCOSE = Set.of("b", "c", "d");
    private static final List<String> URINE = List.of("K", "L");
    private static final String WAIST = "A";
    private static final String SPECIFIC_CATEGORY = "10";
    private static final String EMPLOYER_PROGRAM = "030";
    private static final BigDecimal WAIST_NEEDED_FROM = new BigDecimal("20");

    private final List<Item> single = new ArrayList<>();
    private final List<Item> singleOfBoth = new ArrayList<>();
    private final Map<String, List<Item>> groups = new TreeMap<>();

    RequiredItems(ItemTable table) {
        for (Item item : table.items()) {
            boolean elsewhere = !item.dependsOn().isEmpty() || item.code().equals(Answers.DOCTORS_NAME);
            if (item.specific() != Need.MUST || elsewhere) {
                continue;
            }
            if (item.group().isEmpty()) {
                single.add(item);
                if (item.employer() == Need.MUST && !item.code().equals(Answers.BLOOD_DRAW)) {
                    singleOfBoth.add(item);
                }
            } else {
                String group = GLUCOSE.contains(item.group()) ? "bcd" : item.group();
                groups.computeIfAbsent(group, letter -> new ArrayList<>()).add(item);
            }
        }
    }

    void check(CheckupDocument document, Results results, CheckupFindings findings) {
        if (EMPLOYER_PROGRAM.equals(document.program())) {
            checkEmployer(document, results, findings);
        } else if (SPECIFIC_CATEGORY.equals(document.category())) {
            checkSpecific(results, findings);
        } else {
            return;
        }
        checkDoctor(results, findings);
        checkUrineReason(results, findings);
        checkBloodDrawTime(results, findings);
        if (results.number(Quantity.CREATININE).isPresent() && !results.mentions(Quantity.EGFR)) {
            missing(findings, ItemRule.EGFR, "eGFR");
        }
    }

    private void checkSpecific(Results results, CheckupFindings findings) {
        for (Item item : single) {
            if (!results.mentions(item)) {
                missing(findings, ItemRule.REQUIRED, item.label());
            }
        }
        groups.forEach((group, items) -> {
            if (items.stream().noneMatch(item -> results.mentions(item))) {
                groupMissing(group, items, results, findings);
            } else if (group.equals("bcd") && onlyTooSoon(results)) {
                missing(findings, ItemRule.GLUCOSE_TOO_SOON, ItemChecks.names(items));
            }
        });
    }

    private static void groupMissing(String group, List<Item> items, Results results, CheckupFindings findings) {
        if (!group.equals(WAIST)) {
            missing(findings, ItemRule.GROUP, ItemChecks.names(items));
        } else if (!waistNotNeeded(results)) {
            missing(findings, ItemRule.WAIST, ItemChecks.names(items));
        }
    }

    static boolean waistNotNeeded(Results results) {
        return results.number(Quantity.BODY_MASS_INDEX)
                .filter(bmi -> bmi.compareTo(WAIST_NEEDED_FROM) < 0)
                .isPresent();
    }

    /** Random glucose drawn too soon is all that there is. */
    private static boolean onlyTooSoon(Results results) {
        return results.says(Answers.BLOOD_DRAW, Answers.TOO_SOON)
                && results.number(Quantity.RANDOM_GLUCOSE).isPresent()
                && !results.mentions(Quantity.FASTING_GLUCOSE)
                && !results.mentions(Quantity.HBA1C);
    }

    private void checkEmployer(CheckupDocument document, Results results, CheckupFindings findings) {
        boolean mayLeaveOut = mayLeaveOut(document.person().birthDate(), document.performedOn());
        for (Item item : singleOfBoth) {
            if (!results.mentions(item)) {
                missing(findings, ItemRule.REQUIRED_OF_EMPLOYER, item.label());
            }
        }
        groups.forEach((group, items) -> {
            boolean none = items.stream().noneMatch(item -> results.mentions(item));
            boolean leftOut =
                    (mayLeaveOut && BY_AGE.contains(group)) || (group.equals(WAIST) && waistNotNeeded(results));
            if (none && !leftOut) {
                missing(findings, ItemRule.REQUIRED_OF_EMPLOYER, ItemChecks.names(items));
            }
        });
        if (SPECIFIC_CATEGORY.equals(document.category())
                && !Answers.QUESTIONNAIRE.stream().allMatch(results::mentions)) {
            missing(findings, ItemRule.NO_QUESTIONNAIRE, "服薬・喫煙");
        }
    }

    private static boolean mayLeaveOut(@Nullable LocalDate birthDate, @Nullable LocalDate performedOn) {
        if (birthDate == null || performedOn == null) {
            return true;
        }
        int age = Period.between(birthDate, performedOn).getYears();
        return age < 40 && age != 35;
    }

    private static void checkDoctor(Results results, CheckupFindings findings) {
        results.observed(Answers.DOCTORS_JUDGEMENT)
                .filter(observed -> !observed.notDone())
                .filter(observed ->
                        observed.doctor() == null || observed.doctor().isBlank())
                .ifPresent(observed ->
                        ItemChecks.add(findings, ItemRule.DOCTOR, observed, "健康診断を実施した医師の氏名 " + Answers.DOCTORS_NAME));
    }

    private void checkUrineReason(Results results, CheckupFindings findings) {
        if (results.says(Answers.REASON_NOT_DONE, "1") || results.says(Answers.REASON_NOT_DONE, "2")) {
            return;
        }
        URINE.stream()
                .flatMap(group -> groups.getOrDefault(group, List.of()).stream())
                .flatMap(item -> results.observed(item).stream())
                .filter(observed -> observed.notDone() || observed.notMeasurable())
                .findFirst()
                .ifPresent(observed -> ItemChecks.add(
                        findings, ItemRule.URINE_REASON, observed, "測定不可能・検査未実施の理由 " + Answers.REASON_NOT_DONE));
    }

    private static void checkBloodDrawTime(Results results, CheckupFindings findings) {
        boolean needed = results.number(Quantity.FASTING_TRIGLYCERIDE).isPresent()
                || results.number(Quantity.RANDOM_TRIGLYCERIDE).isPresent()
                || results.number(Quantity.FASTING_GLUCOSE).isPresent()
                || results.number(Quantity.RANDOM_GLUCOSE).isPresent();
        if (needed && results.value(Answers.BLOOD_DRAW).isEmpty()) {
            missing(findings, ItemRule.BLOOD_DRAW_TIME, "採血時間(食後) " + Answers.BLOOD_DRAW);
        }
    }

    private static void missing(CheckupFindings findings, ItemRule rule, String field) {
        ItemChecks.addMissing(findings, rule, field);
    }
}
