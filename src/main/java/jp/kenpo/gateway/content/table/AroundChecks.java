package jp.kenpo.gateway.content.table;

/** The checks of the header or trailer record of a table: there once, at its place, with its cells. */
final class AroundChecks {

    private final MarkedRecord record;
    private final RowChecks checks;
    private final String label;
    private final TableFindings findings;
    private boolean seen;

    AroundChecks(MarkedRecord record, RowChecks checks, String label, TableFindings findings) {
        this.record = record;
        this.checks = checks;
        this.label = label;
        this.findings = findings;
    }

    boolean seen() {
        return seen;
    }

    /** Checks the line if it is this record, and returns whether it is. */
    boolean takes(TableLines lines, boolean atItsPlace) {
        Cells cells = lines.cells();
        if (!record.isAt(cells)) {
            return false;
        }
        cells.dropFirst();
        if (seen || !atItsPlace) {
            findings.add(TableRule.RECORD_MISPLACED, lines.number(), label, null);
        } else if (cells.count() != checks.width()) {
            findings.add(TableRule.ROW_WIDTH, lines.number(), label, null, checks.width() + 1, cells.count() + 1);
        } else {
            checks.check(lines.number(), 0, cells);
        }
        seen = true;
        return true;
    }

    void end(long line) {
        if (!seen) {
            findings.add(TableRule.RECORD_MISSING, line, label, null);
        }
    }
}
