package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import java.util.List;
import jp.kenpo.gateway.content.ByteLines;

/** The records of a file of fixed length as bytes, one at a time; an end mark (1A hex) behind the last is no record. */
final class FixedRecords {

    private static final byte END_MARK = 0x1A;
    private static final byte[] NOTHING = {};

    private final FixedLayout layout;
    private final InputStream in;
    private final ByteLines lines;
    private final CharsetDecoder decoder;
    private final Cells cells = new Cells();
    private final CharBuffer room = cells.room();
    private byte[] record = NOTHING;
    private long number;

    FixedRecords(InputStream in, FixedLayout layout) {
        this.layout = layout;
        this.in = in;
        this.lines = new ByteLines(in);
        this.decoder = layout.encoding().decoder();
    }

    /** Moves to the next record; false at the end. */
    boolean next() throws IOException {
        boolean more;
        if (layout.lineEnd() == FixedLengthForm.LineEnd.NONE) {
            record = in.readNBytes(layout.width());
            more = record.length > 0;
        } else {
            more = lines.next();
            record = more ? lines.bytes() : NOTHING;
        }
        number += more ? 1 : 0;
        return more;
    }

    /** Returns the bytes of the record without a line end. */
    byte[] bytes() {
        return record;
    }

    long number() {
        return number;
    }

    /** Returns whether the record has the length of the layout. */
    boolean whole() {
        return record.length == layout.width();
    }

    /** Returns whether this is the mark behind the last record. */
    boolean isEndMark() {
        return record.length == 1 && record[0] == END_MARK;
    }

    /** Returns whether the line ends as agreed; a last line without an end is another matter. */
    boolean endsAsAgreed() {
        return switch (layout.lineEnd()) {
            case NONE -> true;
            case CRLF -> !lines.ended() || lines.endsWithCarriageReturnAndLineFeed();
            case LF -> !lines.endsWithCarriageReturnAndLineFeed();
        };
    }

    /** Returns whether the record has a line end, where one is agreed. */
    boolean ended() {
        return layout.lineEnd() == FixedLengthForm.LineEnd.NONE || lines.ended();
    }

    /** Decodes the fields of a whole record; spaces that fill a field up are no part of its cell. */
    Cells cells(List<Column> columns) {
        cells.clear();
        room.clear();
        int at = 0;
        for (Column column : columns) {
            int begin = room.position();
            decoder.reset();
            boolean read = !decoder.decode(ByteBuffer.wrap(record, at, column.width()), room, true)
                            .isError()
                    && !decoder.flush(room).isError();
            if (read) {
                trim(begin, room.position(), column.type());
            } else {
                cells.addUnread();
            }
            at += column.width();
        }
        return cells;
    }

    private void trim(int from, int until, ColumnType type) {
        int begin = from;
        int end = until;
        while (end > begin && isSpace(room.get(end - 1))) {
            end--;
        }
        while (type == ColumnType.DECIMAL && begin < end && isSpace(room.get(begin))) {
            begin++;
        }
        cells.add(begin, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u3000';
    }

    /** Writes other bytes in the place of the record, with the line end that it had. */
    void write(byte[] bytes, OutputStream out) throws IOException {
        out.write(bytes);
        if (layout.lineEnd() != FixedLengthForm.LineEnd.NONE && lines.ended()) {
            out.write(lines.endsWithCarriageReturnAndLineFeed() ? new byte[] {'\r', '\n'} : new byte[] {'\n'});
        }
    }

    /** Overwrites a field that holds My Numbers with as many bytes, or with spaces if they are not as many. */
    private void mask(byte[] kept, int at, Column column, FieldsLeft fields) {
        var charset = layout.encoding().charset();
        String text = new String(kept, at, column.width(), charset);
        String masked = fields.masked(column, text);
        if (!masked.equals(text)) {
            byte[] bytes = masked.getBytes(charset);
            Arrays.fill(kept, at, at + column.width(), (byte) ' ');
            System.arraycopy(bytes, 0, kept, at, bytes.length == column.width() ? bytes.length : 0);
        }
    }

    /** Returns the record with spaces in the place of what is not permitted; the type stays. */
    byte[] blanked(FixedLayout.Type type, FieldsLeft fields, boolean mask) {
        byte[] kept = record.clone();
        int at = 0;
        Cells read = cells(type.record().columns());
        for (int i = 0; i < type.record().columns().size(); i++) {
            Column column = type.record().columns().get(i);
            if (!fields.permits(column)) {
                Arrays.fill(kept, at, at + column.width(), (byte) ' ');
            }
            fields.see(column, read.cell(i));
            if (mask) {
                mask(kept, at, column, fields);
            }
            at += column.width();
        }
        System.arraycopy(type.markBytes(), 0, kept, layout.selectorAt(), layout.selectorWidth());
        return kept;
    }
}
