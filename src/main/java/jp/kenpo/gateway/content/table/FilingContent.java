package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;

/**
 * Filings of employers (届書) as one file: a header, {@code [kanri]} with the establishments, {@code [data]} with one
 * row a filing that begins with its form code (様式コード). Lines end with CR LF.
 *
 * <p>Counts {@code records} (filings) and {@code lines}.
 */
public final class FilingContent implements Content {

    private final FilingLayout layout;

    FilingContent(FilingLayout layout) {
        this.layout = layout;
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        return new FilingReading(layout, in).read();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Cells that are not permitted are emptied, so that every other cell keeps its place; marks and form codes stay.
     * The bytes are the same when every field is permitted.
     *
     * @throws IOException also if a line is not what the layout says: what was not understood does not leave
     */
    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        return new FilingProjection(layout, in, out, permission).project();
    }
}
