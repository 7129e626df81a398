package jp.kenpo.gateway.content.checkup;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Checks what a guidance document (特定保健指導情報) says: points and days (V22). The codes are those of the guidance items
 * (.1006); their meaning is from one source.
 */
final class GuidanceChecks {

    private static final String CHECKUP_DATE = "1020000004";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Points of support, of outcome, and all of them. */
    private record Points(String support, String outcome, String all, String name) {

        static final Points PLANNED = new Points("1041010070", "1021001059", "1041010080", "計画ポイント合計");
        static final Points DONE = new Points("1042010070", "1042001060", "1042010080", "実施ポイント合計");
    }

    private GuidanceChecks() {}

    static void check(CheckupDocument document, CheckupFindings findings) {
        Results results = Results.of(document);
        checkPoints(Points.PLANNED, ItemRule.PLANNED_POINTS, results, findings);
        checkPoints(Points.DONE, ItemRule.POINTS_DONE, results, findings);
        var performedOn = document.performedOn();
        if (performedOn != null) {
            // days written alike sort as texts
            results.observed(CHECKUP_DATE)
                    .filter(observed -> results.value(CHECKUP_DATE)
                            .filter(day -> day.length() == 8 && day.compareTo(DAY.format(performedOn)) > 0)
                            .isPresent())
                    .ifPresent(observed -> ItemChecks.add(
                            findings, ItemRule.CHECKUP_AFTER_GUIDANCE, observed, "健診実施日 " + CHECKUP_DATE));
        }
    }

    private static void checkPoints(Points points, ItemRule rule, Results results, CheckupFindings findings) {
        var all = number(results, points.all());
        var support = number(results, points.support());
        if (all.isPresent() && support.isPresent()) {
            BigDecimal sum = support.get().add(number(results, points.outcome()).orElse(BigDecimal.ZERO));
            if (sum.compareTo(all.get()) != 0) {
                ItemChecks.add(
                        findings,
                        rule,
                        results.observed(points.all()).orElseThrow(),
                        points.name() + " " + points.all());
            }
        }
    }

    private static Optional<BigDecimal> number(Results results, String code) {
        return results.observed(code).flatMap(Results::number);
    }
}
