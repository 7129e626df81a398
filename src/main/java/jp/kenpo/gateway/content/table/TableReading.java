package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import jp.kenpo.gateway.content.Reading;
import org.jspecify.annotations.Nullable;

/** One reading of one table: what was counted and found so far. */
final class TableReading {

    private final TableLayout layout;
    private final RowObserver observer;
    private final TableLines lines;
    private final TableRow row;
    private final TableFindings findings = new TableFindings();
    private final Balance balance;
    private final RowChecks rows;
    private final @Nullable AroundChecks header;
    private final @Nullable AroundChecks trailer;
    private boolean columnsKnown = true;

    TableReading(TableLayout layout, InputStream in, RowObserver observer) throws IOException {
        this.layout = layout;
        this.observer = observer;
        this.lines = new TableLines(in, layout.encoding());
        this.balance = new Balance(layout.around());
        this.rows = new RowChecks(layout.rows(), "row", lines.encoding(), findings, balance);
        this.row = new TableRow(layout.rows(), lines.cells(), rows);
        this.header = around(layout.header(), "header");
        this.trailer = around(layout.trailer(), "trailer");
    }

    private @Nullable AroundChecks around(@Nullable MarkedRecord record, String label) {
        return record == null
                ? null
                : new AroundChecks(
                        record,
                        new RowChecks(record.record(), label, lines.encoding(), findings, balance),
                        label,
                        findings);
    }

    Reading read() throws IOException {
        encoding();
        boolean ended = true;
        while (lines.next()) {
            ended = lines.ended();
            line();
        }
        if (lines.number() == 0) {
            findings.add(TableRule.EMPTY_FILE, 0, null, null);
        } else {
            end(ended);
        }
        return findings.reading(lines.number());
    }

    private void encoding() {
        if (layout.encoding() == TableEncoding.DETECT) {
            findings.add(
                    TableRule.ENCODING_FOUND, 0, null, null, lines.encoding().label());
        } else if (layout.encoding() == TableEncoding.UTF_8_BOM && !lines.marked()) {
            findings.add(TableRule.MARK_MISSING, 0, null, null);
        }
    }

    private void line() {
        if (layout.named() && lines.number() == 1) {
            columnsKnown = names();
        } else if (header != null && header.takes(lines, findings.rows() == 0)) {
            // checked already
        } else if (trailer != null && trailer.takes(lines, true)) {
            // checked already
        } else {
            row(findings.row());
        }
    }

    private void end(boolean ended) {
        if (findings.rows() == 0) {
            findings.add(TableRule.NO_ROWS, lines.number(), null, null);
        }
        if (!ended) {
            findings.add(TableRule.LAST_LINE_OPEN, lines.number(), null, null);
        }
        if (header != null) {
            header.end(0);
        }
        if (trailer != null) {
            trailer.end(lines.number());
        }
        balance.close(findings);
        observer.end(findings::add);
    }

    private boolean names() {
        if (broken(null)) {
            return false;
        }
        List<String> found = lines.cells().texts();
        List<String> expected = layout.names();
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                findings.add(
                        TableRule.COLUMN_NAME, 1, null, expected.get(i), i + 1, expected.get(i), shown(found.get(i)));
            }
        }
        if (found.size() != expected.size()) {
            findings.add(
                    TableRule.COLUMN_COUNT, 1, null, null, expected.size(), found.size(), String.join(", ", expected));
        }
        return found.equals(expected);
    }

    /** A name that is part of a declared one; any other may be a value of a person's row in the place of the names. */
    private String shown(String name) {
        String plain = name.strip();
        boolean known = !plain.isEmpty() && layout.names().stream().anyMatch(declared -> declared.contains(plain));
        return known ? plain : "…";
    }

    private void row(long ordinal) {
        if (trailer != null && trailer.seen()) {
            findings.add(TableRule.RECORD_MISPLACED, lines.number(), "row " + ordinal, null);
        }
        if (lines.broken() != null) {
            broken("row " + ordinal);
        } else if (!columnsKnown) {
            findings.unknownRow(lines.number(), "row " + ordinal, lines.cells());
        } else if (lines.cells().count() != rows.width()) {
            findings.unknownRow(lines.number(), "row " + ordinal, lines.cells());
            findings.add(
                    TableRule.ROW_WIDTH,
                    lines.number(),
                    "row " + ordinal,
                    null,
                    rows.width(),
                    lines.cells().count());
        } else {
            checked(ordinal);
        }
    }

    private void checked(long ordinal) {
        long errors = findings.errors();
        rows.check(lines.number(), ordinal, lines.cells());
        if (observer != RowObserver.NONE && findings.errors() == errors) {
            row.moveTo(lines.number());
            observer.row(row, findings::add);
        }
    }

    private boolean broken(@Nullable String record) {
        TableRule rule = lines.broken();
        if (rule != null) {
            findings.add(rule, lines.number(), record, null, lines.encoding().label());
        }
        return rule != null;
    }
}
