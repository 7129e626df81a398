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
 * Records of fixed length (固定長), counted in bytes: a full-width character has two in Shift_JIS.
 *
 * <p>Counts {@code records} (rows without header and trailer records) and {@code lines} (all records). Spaces that fill
 * a field up are no part of its value.
 */
public final class FixedLengthContent implements Content {

    private final FixedLayout layout;

    FixedLengthContent(FixedLayout layout) {
        this.layout = layout;
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        return new FixedLengthReading(layout, in).read();
    }

    /**
     * {@inheritDoc}
     *
     * <p>What is not permitted is filled with half-width spaces, so that every other field keeps its place; so is a
     * filler that holds something. The type of a record stays. The bytes are the same when every field is permitted and
     * the fillers are blank.
     *
     * @throws IOException also if a record is not what the layout says: what was not understood does not leave
     */
    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        var records = new FixedRecords(in, layout);
        var fields = new FieldsLeft(permission.fields());
        var staying = new RowsStaying(permission.staying());
        long rows = 0;
        while (records.next()) {
            if (records.isEndMark()) {
                records.write(records.bytes(), out);
                continue;
            }
            var type = records.whole() ? layout.typeOf(records.bytes()).orElse(null) : null;
            if (type == null) {
                throw new IOException("record " + records.number() + " is no record of its layout; it can't leave");
            }
            if (staying.takes(type.record().flags(), records.cells(type.record().columns()))) {
                continue;
            }
            rows += type.stands() == null ? 1 : 0;
            records.write(records.blanked(type, fields, permission.maskMyNumber()), out);
        }
        return staying.counted(fields.projected(rows));
    }
}
