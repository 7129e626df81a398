package jp.kenpo.gateway.content.table;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.member.MembersConcerned;
import jp.kenpo.gateway.member.MyNumberSearch;
import org.jspecify.annotations.Nullable;

/** What one reading of one table has found so far: findings, fields, members. */
final class TableFindings {

    private final FindingCollector findings = new FindingCollector();
    private final Set<String> fields = new LinkedHashSet<>();
    private final MembersConcerned members = new MembersConcerned();
    private final MyNumberGuard guard = new MyNumberGuard();
    private long rows;
    private long nameless;

    void add(TableRule rule, long line, @Nullable String record, @Nullable String field, Object... arguments) {
        findings.add(rule.finding(line, record, field, arguments));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    long errors() {
        return findings.errors();
    }

    void field(String field) {
        fields.add(field);
    }

    /** Counts a row, whatever is wrong with it, and returns its ordinal. */
    long row() {
        return ++rows;
    }

    long rows() {
        return rows;
    }

    void nameless() {
        nameless++;
    }

    MyNumberGuard guard() {
        return guard;
    }

    /** Shows the guard a row that is no row of the layout: nobody knows which column a cell belongs to. */
    void unknownRow(long line, String record, Cells cells) {
        for (int i = 0; i < cells.count(); i++) {
            if (MyNumberSearch.mayStandIn(cells.cell(i))) {
                guard.text(line, record, "…", cells.cell(i));
            }
        }
    }

    MembersConcerned members() {
        return members;
    }

    /** Ends the reading. */
    Reading reading(long lines) {
        if (nameless > 0) {
            add(TableRule.MEMBER_NOT_NAMED, 0, null, null, nameless);
        }
        return new Reading(
                Map.of("records", rows, "lines", lines),
                members,
                Set.copyOf(fields),
                findings.kept(),
                findings.errors(),
                findings.warnings(),
                guard.sightings());
    }
}
