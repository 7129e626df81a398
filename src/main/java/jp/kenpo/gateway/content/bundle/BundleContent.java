package jp.kenpo.gateway.content.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.archive.CopiedStream;
import jp.kenpo.gateway.content.table.CsvContent;

/**
 * A bundle of documents (書類一式): a zip without folders that holds {@code index.csv} and the documents that it names.
 *
 * <p>Counts {@code records} (rows of the index) and {@code documents}. The documents pass unread, which a note says; the
 * guard of My Numbers runs over the index. Memory is that of one document.
 */
final class BundleContent implements Content {

    private final BundleForm form;
    private final CsvContent index;

    BundleContent(BundleForm form, LayoutSurroundings surroundings) {
        this.form = form;
        this.index = CsvContent.of(form.index(), surroundings);
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        return new BundleReading(form, index).read(in);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A bundle leaves whole, byte for byte, or not at all: an index with fewer columns than documents have pages would
     * promise what it can't keep.
     *
     * @throws IOException also if not all of its fields are permitted, if it is to be masked, or if it has errors
     */
    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        if (!permission.fields().containsAll(form.fields())) {
            throw new IOException("a bundle of documents leaves whole or not at all, and not all of it is permitted");
        }
        if (permission.maskMyNumber()) {
            throw new IOException("a My Number in a bundle of documents can't be masked; nothing of it may leave");
        }
        Reading reading = read(new CopiedStream(in, out), Arrival.UNKNOWN);
        if (!reading.accepted()) {
            throw new IOException("the payload is no bundle of documents without errors; it may not leave");
        }
        return new Projected(reading.records(), reading.fields(), Map.of());
    }
}
