package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import org.jspecify.annotations.Nullable;

/** One cutting down of one table to the permitted columns. */
final class TableProjection {

    private final TableLayout layout;
    private final TableLines lines;
    private final OutputStream out;
    private final Set<String> permitted;
    private final boolean everything;
    private final FieldsLeft fields;
    private final TableMask mask;
    private long rows;

    TableProjection(TableLayout layout, InputStream in, OutputStream out, Permission permission) throws IOException {
        this.layout = layout;
        this.lines = new TableLines(in, layout.encoding());
        this.out = out;
        this.permitted = permission.fields();
        this.mask = new TableMask(permission);
        this.everything = layout.allPermittedIn(permitted);
        this.fields = new FieldsLeft(permitted);
    }

    Projected project() throws IOException {
        lines.writeMark(out);
        if (layout.named()) {
            names();
        }
        while (lines.next()) {
            line();
        }
        return fields.projected(rows);
    }

    private void names() throws IOException {
        if (!lines.next() || !lines.cells().texts().equals(layout.names())) {
            throw new IOException("the table does not begin with the columns of its layout; nothing of it may leave");
        }
        write(layout.rows(), null, everything);
    }

    private void line() throws IOException {
        MarkedRecord around = around();
        if (around == null) {
            rows++;
            row(layout.rows(), null);
        } else {
            lines.cells().dropFirst();
            row(around.record(), around.mark());
        }
    }

    private @Nullable MarkedRecord around() {
        MarkedRecord header = layout.header();
        if (header != null && header.isAt(lines.cells())) {
            return header;
        }
        MarkedRecord trailer = layout.trailer();
        return trailer != null && trailer.isAt(lines.cells()) ? trailer : null;
    }

    private void row(RecordLayout record, @Nullable String mark) throws IOException {
        Cells cells = lines.cells();
        if (lines.broken() != null || cells.count() != record.columns().size()) {
            throw new IOException("line " + lines.number() + " of the table is no row of its layout; it can't leave");
        }
        for (int i = 0; i < cells.count(); i++) {
            fields.see(record.columns().get(i), cells.cell(i));
        }
        long masked = mask.count(record, cells);
        fields.masked(masked);
        write(record, mark, everything && masked == 0);
    }

    private void write(RecordLayout record, @Nullable String mark, boolean asItCame) throws IOException {
        if (asItCame) {
            lines.copyTo(out);
            return;
        }
        List<String> kept = new ArrayList<>();
        if (mark != null) {
            kept.add(mark);
        }
        for (int i = 0; i < record.columns().size(); i++) {
            Column column = record.columns().get(i);
            if (column.permittedIn(permitted)) {
                String cell = mask.masked(column, lines.cells().cell(i));
                kept.add(column.type().isText() && !column.formulas() ? Formula.neutralised(cell) : cell);
            }
        }
        if (!kept.isEmpty()) {
            lines.write(kept, out);
        }
    }
}
