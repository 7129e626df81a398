package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.RecordCount;

/**
 * A table as CSV (RFC 4180, one line a row) with exactly the declared columns.
 *
 * <p>Counts {@code records} (rows without names, header and trailer record) and {@code lines}. A field is present when
 * a row has a cell of it that is not empty. Memory grows by some bytes a member and, where a key is declared, a row.
 */
public final class CsvContent implements Content, RowSource {

    private final TableLayout layout;

    private CsvContent(TableLayout layout) {
        this.layout = layout;
    }

    /** Returns the content of a layout that {@link CsvKind#checkTable} found right. */
    public static CsvContent of(CsvForm form, LayoutSurroundings surroundings) {
        return new CsvContent(form.layout(surroundings));
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        return read(in, RowObserver.NONE);
    }

    /**
     * Reads as {@link #read(InputStream, Arrival)}, and shows the rows to somebody who knows what they mean.
     *
     * @throws IOException only if the stream can't be read
     */
    @Override
    public Reading read(InputStream in, RowObserver observer) throws IOException {
        return new TableReading(layout, in, observer).read();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The bytes stay the same when every column is permitted; else the columns that remain are written in the same
     * encoding with CR LF, and a text that begins like a formula gets an apostrophe in front.
     *
     * @throws IOException also if the table is not what its layout says: what was not understood does not leave
     */
    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        return new TableProjection(layout, in, out, permission).project();
    }

    @Override
    public Optional<RecordCount> count() {
        return Optional.of(new RecordCount(layout.named() ? 1 : 0, layout.marks()));
    }
}
