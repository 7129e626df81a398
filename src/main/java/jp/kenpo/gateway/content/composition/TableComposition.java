package jp.kenpo.gateway.content.composition;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.BatchLines;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.content.table.RowSource;
import jp.kenpo.gateway.content.table.TableWriter;
import jp.kenpo.gateway.member.StudyKeys;
import org.jspecify.annotations.Nullable;

/** Composes a table row by row, as a stream. */
final class TableComposition implements Composition {

    private final TableCompositionForm form;
    private final RowSource source;
    private final List<Origin> origins;

    TableComposition(TableCompositionForm form, RowSource source, StudyKeys studies) {
        this.form = form;
        this.source = source;
        this.origins = form.columns().stream()
                .map(column -> new Origin(column, studies))
                .toList();
    }

    @Override
    public List<Finding> compose(InputStream request, Sources sources, OutputStream out) throws IOException {
        var findings = new FindingCollector();
        var rows = new ComposedRows(
                origins, new TableWriter(form.table(), out), form.encoding().label());
        if (form.batched()) {
            var parts = new BatchLines(request);
            while (parts.next()) {
                part(parts, sources, rows, findings);
            }
        } else {
            read(request, null, rows, findings);
        }
        return findings.kept();
    }

    private void part(BatchLines parts, Sources sources, ComposedRows rows, FindingCollector findings)
            throws IOException {
        String label = "part " + parts.number();
        try (InputStream part = sources.open(parts.transfer())) {
            read(part, label, rows, findings);
        } catch (FileNotFoundException notHeld) {
            findings.add(CompositionRule.PART_NOT_HELD.finding(0, label, null, parts.number()));
        }
    }

    /** Warnings were told when the source came in. */
    private void read(InputStream in, @Nullable String label, ComposedRows rows, FindingCollector findings)
            throws IOException {
        Reading reading = rows.of(source, in);
        if (!reading.accepted()) {
            findings.add(CompositionRule.SOURCE_WRONG.finding(0, label, null, reading.errors()));
        }
        reading.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> in(label, finding))
                .forEach(findings::add);
    }

    private static Finding in(@Nullable String label, Finding finding) {
        String record =
                Stream.of(label, finding.record()).flatMap(Stream::ofNullable).collect(Collectors.joining(", "));
        return new Finding(
                finding.severity(),
                finding.rule(),
                finding.line(),
                record.isEmpty() ? null : record,
                finding.field(),
                finding.arguments());
    }
}
