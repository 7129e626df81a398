package jp.kenpo.gateway.content.employer;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one file. Of a habit the first cells of each column are named and the others counted, so that what
 * must be corrected is not lost among what need not be.
 */
final class Report {

    /** Cells of one column that are named for one habit. */
    static final int NAMED = 10;

    private record Habit(EmployerRule rule, String field) {}

    private final FindingCollector findings = new FindingCollector();
    private final Map<Habit, Long> habits = new LinkedHashMap<>();

    void file(EmployerRule rule, long line, Object... arguments) {
        findings.add(rule.finding(line, null, null, arguments));
    }

    void column(EmployerRule rule, long line, String field, Object... arguments) {
        findings.add(rule.finding(line, null, field, arguments));
    }

    void row(EmployerRule rule, long line, String record, Object... arguments) {
        findings.add(rule.finding(line, record, null, arguments));
    }

    void cell(EmployerRule rule, long line, String record, String field, Object... arguments) {
        if (rule.severity() != Severity.NOTE || habits.merge(new Habit(rule, field), 1L, Long::sum) <= NAMED) {
            findings.add(rule.finding(line, record, field, arguments));
        }
    }

    /** Says how often each habit came again. */
    void close() {
        habits.forEach((habit, count) -> {
            if (count > NAMED) {
                findings.add(EmployerRule.REPEATED.finding(
                        0, null, habit.field(), habit.rule().id(), count - NAMED));
            }
        });
    }

    FindingCollector findings() {
        return findings;
    }

    /** Returns the place of the first finding of severity error, for a projection that must stop; null if there is none. */
    @Nullable
    String firstError() {
        if (findings.errors() == 0) {
            return null;
        }
        return findings.kept().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(finding -> finding.rule() + " in line " + finding.line())
                .orElse("more errors than are kept");
    }
}
