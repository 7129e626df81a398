package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kenpo.gateway.content.Reading;

/** One reading of one file of filings. */
final class FilingReading {

    private final FilingLayout layout;
    private final TableLines lines;
    private final TableFindings findings = new TableFindings();
    private final FilingSections sections = new FilingSections();
    private final Balance balance;
    private final RowChecks header;
    private final RowChecks management;
    private final RowChecks establishment;
    private final Map<String, RowChecks> forms = new LinkedHashMap<>();
    private long establishments;
    private boolean lineEndsSaid;

    FilingReading(FilingLayout layout, InputStream in) throws IOException {
        this.layout = layout;
        this.lines = new TableLines(in, layout.encoding());
        this.balance = new Balance(layout.around());
        this.header = checks(layout.header(), "header");
        this.management = checks(layout.management(), "management");
        this.establishment = checks(layout.establishment(), "establishment");
        layout.forms().forEach((code, record) -> forms.put(code, checks(record, "row")));
    }

    private RowChecks checks(RecordLayout record, String label) {
        return new RowChecks(record, label, lines.encoding(), findings, balance);
    }

    Reading read() throws IOException {
        boolean ended = true;
        while (lines.next()) {
            ended = lines.ended();
            lineEnd();
            line(sections.next(lines.cells()));
        }
        if (lines.number() == 0) {
            findings.add(TableRule.EMPTY_FILE, 0, null, null);
            return findings.reading(0);
        }
        end(ended);
        return findings.reading(lines.number());
    }

    private void end(boolean ended) {
        if (!sections.isManaged()) {
            findings.add(TableRule.SECTION_MISSING, lines.number(), null, null, FilingSections.MANAGEMENT_MARK);
        }
        if (!sections.hasData()) {
            findings.add(TableRule.SECTION_MISSING, lines.number(), null, null, FilingSections.DATA_MARK);
        } else if (findings.rows() == 0) {
            findings.add(TableRule.NO_ROWS, lines.number(), null, null);
        }
        if (!ended) {
            findings.add(TableRule.LAST_LINE_OPEN, lines.number(), null, null);
        }
        balance.close(findings);
    }

    /** Told once: a file written with other line ends has them in every line. */
    private void lineEnd() {
        if (lines.ended() && !lines.endsWithCarriageReturnAndLineFeed() && !lineEndsSaid) {
            lineEndsSaid = true;
            findings.add(TableRule.LINE_END, lines.number(), null, null, "CR LF", "LF");
        }
    }

    private void line(FilingSections.Part part) {
        switch (part) {
            case HEADER -> record(header, "header", 0);
            case MANAGEMENT -> record(management, "management", 0);
            case ESTABLISHMENT -> {
                balance.establishment();
                record(establishment, "establishment " + ++establishments, establishments);
            }
            case ROW -> row(findings.row());
            case MISPLACED -> findings.add(TableRule.SECTION_MISPLACED, lines.number(), null, null);
            case MARK -> {
                // says nothing by itself
            }
        }
    }

    private void row(long ordinal) {
        Cells cells = lines.cells();
        String code = cells.count() == 0 ? "" : cells.cell(0).toString();
        RowChecks form = forms.get(code);
        if (broken("row " + ordinal)) {
            return;
        } else if (form != null) {
            cells.dropFirst();
            record(form, "row " + ordinal, ordinal);
        } else {
            findings.unknownRow(lines.number(), "row " + ordinal, cells);
            findings.add(
                    TableRule.FORM_UNKNOWN,
                    lines.number(),
                    "row " + ordinal,
                    null,
                    String.join(", ", layout.forms().keySet()));
        }
    }

    /** Checks a record that has its cells; says what is wrong with a line that can't be one. */
    private void record(RowChecks checks, String label, long ordinal) {
        Cells cells = lines.cells();
        if (broken(label)) {
            return;
        } else if (cells.count() != checks.width()) {
            findings.unknownRow(lines.number(), label, cells);
            findings.add(TableRule.ROW_WIDTH, lines.number(), label, null, checks.width(), cells.count());
        } else {
            checks.check(lines.number(), ordinal, cells);
        }
    }

    private boolean broken(String label) {
        TableRule broken = lines.broken();
        if (broken != null) {
            findings.add(broken, lines.number(), label, null, lines.encoding().label());
        }
        return broken != null;
    }
}
