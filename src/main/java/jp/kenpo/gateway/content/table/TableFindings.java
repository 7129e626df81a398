package jp.kenpo.gateway.content.table;

import java.util.LinkedHashMap;
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
    private final FlagTally flags = new FlagTally();
    private long rows;
    private long nameless;

    void add(TableRule rule, long line, @Nullable String record, @Nullable String field, Object... arguments) {
        findings.add(rule.finding(line, record, field, arguments));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Returns what takes findings of other kinds. */
    FindingCollector collector() {
        return findings;
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

    FlagTally flags() {
        return flags;
    }

    MembersConcerned members() {
        return members;
    }

    /** Ends the reading of lines. */
    Reading reading(long lines) {
        return reading(Map.of("records", rows, "lines", lines));
    }

    /** Ends the reading. */
    Reading reading(Map<String, Long> counted) {
        if (nameless > 0) {
            add(TableRule.MEMBER_NOT_NAMED, 0, null, null, nameless);
        }
        Map<String, Long> counts = new LinkedHashMap<>(counted);
        flags.addTo(counts);
        return new Reading(
                Map.copyOf(counts),
                members.settled(),
                Set.copyOf(fields),
                findings.kept(),
                findings.errors(),
                findings.warnings(),
                guard.sightings());
    }
}
