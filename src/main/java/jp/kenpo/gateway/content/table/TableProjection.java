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
    private final boolean mask;
    private final RowsStaying staying;
    private long rows;

    TableProjection(TableLayout layout, InputStream in, OutputStream out, Permission permission) throws IOException {
        this.layout = layout;
        this.lines = new TableLines(in, layout.encoding());
        this.out = out;
        this.permitted = permission.fields();
        this.mask = permission.maskMyNumber();
        this.everything = layout.allPermittedIn(permitted);
        this.fields = new FieldsLeft(permitted);
        this.staying = new RowsStaying(permission.staying());
    }

    Projected project() throws IOException {
        lines.writeMark(out);
        if (layout.named()) {
            names();
        }
        while (lines.next()) {
            line();
        }
        return staying.counted(fields.projected(rows));
    }

    private void names() throws IOException {
        if (!lines.next() || !lines.cells().texts().equals(layout.names())) {
            throw new IOException("the table does not begin with the columns of its layout; nothing of it may leave");
        }
        if (everything) {
            lines.copyTo(out);
        } else {
            write(layout.rows(), null);
        }
    }

    private void line() throws IOException {
        MarkedRecord around = around();
        if (around == null) {
            whole(layout.rows());
            if (!staying.takes(layout.rows().flags(), lines.cells())) {
                rows++;
                row(layout.rows(), null);
            }
        } else {
            lines.cells().dropFirst();
            whole(around.record());
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

    private void whole(RecordLayout record) throws IOException {
        if (lines.broken() != null || lines.cells().count() != record.columns().size()) {
            throw new IOException("line " + lines.number() + " of the table is no row of its layout; it can't leave");
        }
    }

    private void row(RecordLayout record, @Nullable String mark) throws IOException {
        Cells cells = lines.cells();
        for (int i = 0; i < cells.count(); i++) {
            fields.see(record.columns().get(i), cells.cell(i));
        }
        write(record, mark);
    }

    private void write(RecordLayout record, @Nullable String mark) throws IOException {
        if (everything && !mask) {
            lines.copyTo(out);
            return;
        }
        List<String> cells = mask ? masked(record) : lines.cells().texts();
        if (everything && cells.equals(lines.cells().texts())) {
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
                String cell = cells.get(i);
                kept.add(column.type().isText() && !column.formulas() ? Formula.neutralised(cell) : cell);
            }
        }
        if (!kept.isEmpty()) {
            lines.write(kept, out);
        }
    }

    private List<String> masked(RecordLayout record) {
        List<String> masked = new ArrayList<>();
        for (int i = 0; i < record.columns().size(); i++) {
            masked.add(fields.masked(record.columns().get(i), lines.cells().cell(i)));
        }
        return masked;
    }
}
