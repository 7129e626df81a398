package jp.kenpo.gateway.content.employer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.RecordCount;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.MembersConcerned;

/**
 * Checkup results of an employer as CSV or XLSX, told apart by their first bytes.
 *
 * <p>Counts {@code records} (rows with anything in them) and {@code lines} (the last row, as spreadsheets number it).
 * A CSV is read as a stream; a workbook of up to 20 MB is held in memory.
 */
final class EmployerCheckupContent implements Content {

    private final EmployerLayout layout;
    private final Society society;
    private final MemberPseudonyms pseudonyms;
    private final Clock clock;

    EmployerCheckupContent(EmployerLayout layout, Society society, MemberPseudonyms pseudonyms, Clock clock) {
        this.layout = layout;
        this.society = society;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        var report = new Report();
        Set<String> fields = new LinkedHashSet<>();
        MembersConcerned concerned = MembersConcerned.none();
        try (var table = new UploadedTable(layout, in, report)) {
            if (table.begin()) {
                var checks = new RowChecks(table, society, pseudonyms, clock);
                while (table.next()) {
                    checks.check();
                    collectFields(table, fields);
                }
                concerned = checks.concerned();
                if (table.count() == 0) {
                    report.file(EmployerRule.NO_ROWS, table.line());
                }
            }
            report.close();
            var findings = report.findings();
            return new Reading(
                    Map.of("records", table.count(), "lines", table.line()),
                    concerned,
                    Set.copyOf(fields),
                    findings.kept(),
                    findings.errors(),
                    findings.warnings(),
                    table.myNumbers());
        }
    }

    private static void collectFields(UploadedTable table, Set<String> fields) {
        for (Column column : table.columns()) {
            if (table.value(column.item()).state() != CellValue.State.BLANK) {
                fields.add(column.item().field());
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>What is written is never the file as it came, also where every field is permitted: a CSV in UTF-8 with byte order
     * mark and CR LF, the columns by the names and in the order of the layout, the values in the gateway's own forms. The
     * payload store keeps the bytes as they came.
     *
     * @throws IOException also if anything in the file can't be read: what was not understood does not leave
     */
    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        var report = new Report();
        try (var table = new UploadedTable(layout, in, report)) {
            if (!table.begin()) {
                throw new IOException("the file can't be read: " + report.firstError());
            }
            var checks = new RowChecks(table, society, pseudonyms, clock);
            return new EmployerProjection(table, checks, report, out, permission).project();
        }
    }

    /** The names of the columns are its first line. */
    @Override
    public Optional<RecordCount> count() {
        return Optional.of(new RecordCount(1, Set.of()));
    }
}
