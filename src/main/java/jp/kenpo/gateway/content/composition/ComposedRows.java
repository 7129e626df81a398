package jp.kenpo.gateway.content.composition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.table.RowSource;
import jp.kenpo.gateway.content.table.TableRow;
import jp.kenpo.gateway.content.table.TableWriter;

/** Writes a composed row for each row of a source. */
final class ComposedRows {

    private final List<Origin> origins;
    private final TableWriter table;
    private final String encoding;

    ComposedRows(List<Origin> origins, TableWriter table, String encoding) {
        this.origins = origins;
        this.table = table;
        this.encoding = encoding;
    }

    /** Reads a source and writes its rows. A row that breaks the layout of the source is a finding, and not written. */
    Reading of(RowSource source, InputStream in) throws IOException {
        try {
            return source.read(in, this::row);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void row(TableRow row, Consumer<Finding> findings) {
        Map<String, String> cells = new HashMap<>();
        for (Origin origin : origins) {
            String name = origin.column().name();
            Optional<String> cell = origin.cell(row);
            if (cell.isEmpty()) {
                findings.accept(CompositionRule.MEMBER_NOT_NAMED.finding(row.line(), row.record(), name));
                return;
            }
            cells.put(name, cell.get());
        }
        Optional<String> unwritable = table.unwritable(cells);
        if (unwritable.isPresent()) {
            findings.accept(CompositionRule.NOT_WRITABLE.finding(row.line(), row.record(), unwritable.get(), encoding));
            return;
        }
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
