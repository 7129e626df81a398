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

/** One cutting down of one file of filings to the permitted cells. */
final class FilingProjection {

    private final FilingLayout layout;
    private final TableLines lines;
    private final OutputStream out;
    private final Set<String> permitted;
    private final boolean mask;
    private final FieldsLeft fields;
    private final FilingSections sections = new FilingSections();
    private long rows;

    FilingProjection(FilingLayout layout, InputStream in, OutputStream out, Permission permission) throws IOException {
        this.layout = layout;
        this.lines = new TableLines(in, layout.encoding());
        this.out = out;
        this.permitted = permission.fields();
        this.mask = permission.maskMyNumber();
        this.fields = new FieldsLeft(permitted);
    }

    Projected project() throws IOException {
        while (lines.next()) {
            switch (sections.next(lines.cells())) {
                case HEADER -> record(layout.header(), null);
                case MANAGEMENT -> record(layout.management(), null);
                case ESTABLISHMENT -> record(layout.establishment(), null);
                case ROW -> row();
                case MARK -> lines.copyTo(out);
                case MISPLACED -> throw notUnderstood();
            }
        }
        return fields.projected(rows);
    }

    private void row() throws IOException {
        Cells cells = lines.cells();
        String code = cells.count() == 0 ? "" : cells.cell(0).toString();
        RecordLayout form = layout.forms().get(code);
        if (form == null) {
            throw notUnderstood();
        }
        rows++;
        cells.dropFirst();
        record(form, code);
    }

    private void record(RecordLayout record, @Nullable String code) throws IOException {
        Cells cells = lines.cells();
        if (lines.broken() != null || cells.count() != record.columns().size()) {
            throw notUnderstood();
        }
        boolean same = true;
        List<String> kept = new ArrayList<>();
        if (code != null) {
            kept.add(code);
        }
        for (int i = 0; i < cells.count(); i++) {
            Column column = record.columns().get(i);
            fields.see(column, cells.cell(i));
            String cell = kept(column, cells.cell(i));
            same &= cell.contentEquals(cells.cell(i));
            kept.add(cell);
        }
        if (same) {
            lines.copyTo(out);
        } else {
            lines.write(kept, out);
        }
    }

    private String kept(Column column, Cell cell) {
        if (!column.permittedIn(permitted)) {
            return "";
        }
        return mask ? fields.masked(column, cell) : cell.toString();
    }

    private IOException notUnderstood() {
        return new IOException("line " + lines.number() + " of the filings is none of its layout; it can't leave");
    }
}
