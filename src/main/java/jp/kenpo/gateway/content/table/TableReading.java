package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.MyNumberSightings;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.member.MembersConcerned;
import org.jspecify.annotations.Nullable;

/** One reading of one table: what was counted and found so far. */
final class TableReading {

    /** A header that may be shown: short and without digits, so that it can't be a person's row in its place. */
    private static final Pattern SHOWABLE = Pattern.compile("[^\\p{Nd}\\p{Cntrl}]{1,40}");

    private final TableLayout layout;
    private final CellChecks checks;
    private final TableLines lines;
    private final FindingCollector findings = new FindingCollector();
    private final Set<String> fields = new LinkedHashSet<>();
    private long rows;

    TableReading(TableLayout layout, InputStream in) {
        this.layout = layout;
        this.checks = new CellChecks(layout.encoding().charset());
        this.lines = new TableLines(in, layout.encoding());
    }

    Reading read() throws IOException {
        if (!lines.next()) {
            findings.add(TableRule.EMPTY_FILE.finding(0, null, null));
            return reading();
        }
        boolean columnsKnown = header();
        boolean ended = lines.ended();
        while (lines.next()) {
            rows++;
            row(columnsKnown);
            ended = lines.ended();
        }
        if (rows == 0) {
            findings.add(TableRule.NO_ROWS.finding(lines.number(), null, null));
        }
        if (!ended) {
            findings.add(TableRule.LAST_LINE_OPEN.finding(lines.number(), null, null));
        }
        return reading();
    }

    private Reading reading() {
        return new Reading(
                Map.of("records", rows, "lines", lines.number()),
                MembersConcerned.none(),
                Set.copyOf(fields),
                findings.kept(),
                findings.errors(),
                findings.warnings(),
                MyNumberSightings.NONE);
    }

    private boolean header() {
        if (broken(null)) {
            return false;
        }
        List<String> found = lines.cells();
        List<String> expected = layout.names();
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                findings.add(TableRule.COLUMN_NAME.finding(
                        1, null, expected.get(i), i + 1, expected.get(i), shown(found.get(i))));
            }
        }
        if (found.size() != expected.size()) {
            findings.add(TableRule.COLUMN_COUNT.finding(
                    1, null, null, expected.size(), found.size(), String.join(", ", expected)));
        }
        return found.equals(expected);
    }

    private static String shown(String header) {
        return SHOWABLE.matcher(header).matches() ? header : "…";
    }

    private void row(boolean columnsKnown) {
        String record = "row " + rows;
        if (broken(record) || !columnsKnown) {
            return;
        }
        List<String> cells = lines.cells();
        if (cells.size() != layout.columns().size()) {
            findings.add(TableRule.ROW_WIDTH.finding(
                    lines.number(), record, null, layout.columns().size(), cells.size()));
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            cell(record, layout.columns().get(i), cells.get(i));
        }
    }

    private void cell(String record, Column column, String cell) {
        if (!cell.isEmpty()) {
            fields.add(column.field());
        }
        checks.check(
                column,
                cell,
                (rule, arguments) -> findings.add(rule.finding(lines.number(), record, column.name(), arguments)));
    }

    private boolean broken(@Nullable String record) {
        TableRule rule = lines.broken();
        if (rule != null) {
            findings.add(
                    rule.finding(lines.number(), record, null, layout.encoding().label()));
        }
        return rule != null;
    }
}
