package jp.kenpo.gateway.preparation;

import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;

/** Says in one line what a check found, for lists. */
final class FindingsSummary {

    private static final int NAMED = 5;

    private FindingsSummary() {}

    /** Returns how many errors, by which rules. */
    static String of(long errors, List<Finding> findings) {
        List<String> rules = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::rule)
                .distinct()
                .limit(NAMED)
                .toList();
        return errors + " errors in the content (" + String.join(", ", rules) + ")";
    }
}
