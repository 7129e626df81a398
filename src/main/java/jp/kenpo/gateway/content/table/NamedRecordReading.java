package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;

/** One reading of one record whose values come by name. Counts {@code records}, which is 1. Not thread-safe, used once. */
public final class NamedRecordReading {

    private static final String LABEL = "message";

    private final RecordLayout layout;
    private final RowObserver observer;
    private final TableFindings findings = new TableFindings();

    NamedRecordReading(RecordLayout layout, RowObserver observer) {
        this.layout = layout;
        this.observer = observer;
        // whatever is wrong with it, it is one
        findings.row();
    }

    /** Returns what takes findings about what stands around the values. */
    public FindingCollector findings() {
        return findings.collector();
    }

    /** Returns the guard that texts around the values are shown to. */
    public MyNumberGuard guard() {
        return findings.guard();
    }

    /**
     * Checks the values by column; one that is missing is empty. The observer sees them if nothing is wrong so far.
     *
     * @throws IllegalArgumentException if all of them together are longer than a line of a table may be
     */
    public void check(Map<String, String> values) {
        var cells = new Cells();
        List<String> texts = layout.names().stream()
                .map(name -> values.getOrDefault(name, ""))
                .toList();
        cells.take(texts);
        var checks = new RowChecks(layout, LABEL, TableEncoding.UTF_8, findings, new Balance(Stream.empty()));
        checks.check(0, 0, cells);
        if (findings.errors() == 0) {
            observer.row(new TableRow(layout, cells, checks), findings::add);
        }
    }

    /** Ends the reading. */
    public Reading end() {
        observer.end(findings::add);
        return findings.reading(Map.of("records", findings.rows()));
    }
}
