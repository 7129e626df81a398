package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Projected;

/** One cutting down of one table to the permitted columns. */
final class TableProjection {

    private final TableLayout layout;
    private final TableLines lines;
    private final OutputStream out;
    private final Set<String> permitted;
    private final boolean everything;
    private final Set<String> left = new LinkedHashSet<>();
    private final Map<String, Long> removed = new LinkedHashMap<>();
    private long rows;

    TableProjection(TableLayout layout, InputStream in, OutputStream out, Set<String> permitted) {
        this.layout = layout;
        this.lines = new TableLines(in, layout.encoding());
        this.out = out;
        this.permitted = permitted;
        this.everything = layout.columns().stream().map(Column::field).allMatch(permitted::contains);
    }

    Projected project() throws IOException {
        if (!lines.next() || !lines.cells().equals(layout.names())) {
            throw new IOException("the table does not begin with the columns of its layout; nothing of it may leave");
        }
        write(kept());
        while (lines.next()) {
            row();
        }
        return new Projected(rows, Set.copyOf(left), Map.copyOf(removed));
    }

    private void row() throws IOException {
        List<String> cells = lines.cells();
        if (cells.size() != layout.columns().size()) {
            throw new IOException("line " + lines.number() + " of the table is no row of its layout; it can't leave");
        }
        for (int i = 0; i < cells.size(); i++) {
            count(layout.columns().get(i).field(), cells.get(i).isEmpty() ? 0L : 1L);
        }
        rows++;
        write(kept());
    }

    private void count(String field, long filled) {
        if (!permitted.contains(field)) {
            removed.merge(field, filled, Long::sum);
        } else if (filled > 0) {
            left.add(field);
        }
    }

    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            if (permitted.contains(layout.columns().get(i).field())) {
                kept.add(lines.cells().get(i));
            }
        }
        return kept;
    }

    private void write(List<String> kept) throws IOException {
        if (everything) {
            lines.copyTo(out);
        } else if (!kept.isEmpty()) {
            lines.write(kept, out);
        }
    }
}
