package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.List;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.ByteLines;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a table, each split into cells on its own, so that a bad line spoils no other.
 *
 * <p>A row is one line: a cell can't hold a line break. A lost quote would else be the begin of a cell that lasts to
 * the end of the file. Nothing is copied: a line is decoded into the place of the one before it.
 */
final class TableLines {

    private final EncodedBytes bytes;
    private final CharsetDecoder decoder;
    private final ByteLines lines;
    private final Cells cells;
    private final CharBuffer room;
    /** Whether the line before had half-width signs only: the next is like it then, and worth the quicker way. */
    private boolean halfWidth = true;

    private @Nullable TableRule broken;

    TableLines(InputStream in, TableEncoding declared) throws IOException {
        this.bytes = EncodedBytes.of(in, declared);
        this.lines = new ByteLines(bytes.in());
        this.cells = new Cells(lines.room());
        this.room = cells.room();
        this.decoder = bytes.encoding().decoder();
    }

    /** Moves to the next line and splits it; false at the end. */
    boolean next() throws IOException {
        if (!lines.next()) {
            return false;
        }
        broken = lines.tooLong() ? TableRule.LINE_TOO_LONG : split();
        if (broken != null) {
            cells.clear();
        }
        return true;
    }

    private @Nullable TableRule split() {
        if (halfWidth && cells.splitHalfWidth(lines.length())) {
            return null;
        }
        room.clear();
        decoder.reset();
        if (decoder.decode(lines.buffer(), room, true).isError()
                || decoder.flush(room).isError()) {
            return TableRule.NOT_DECODABLE;
        }
        halfWidth = room.position() == lines.length();
        return cells.split(room.position()) ? null : TableRule.QUOTES;
    }

    /** Returns what the bytes are encoded in. */
    TableEncoding encoding() {
        return bytes.encoding();
    }

    /** Returns whether the file begins with a byte order mark. */
    boolean marked() {
        return bytes.marked();
    }

    /** Returns the rule that keeps the line from being split; null if it was split. */
    @Nullable
    TableRule broken() {
        return broken;
    }

    /** Returns the cells of the line; none if it is broken. */
    Cells cells() {
        return cells;
    }

    long number() {
        return lines.number();
    }

    boolean ended() {
        return lines.ended();
    }

    boolean endsWithCarriageReturnAndLineFeed() {
        return lines.endsWithCarriageReturnAndLineFeed();
    }

    /** Writes the byte order mark that the file began with, if it did. */
    void writeMark(OutputStream out) throws IOException {
        if (bytes.marked()) {
            out.write(EncodedBytes.BYTE_ORDER_MARK);
        }
    }

    /** Writes the line as it came. */
    void copyTo(OutputStream out) throws IOException {
        lines.copyTo(out);
    }

    /** Writes other cells in the place of the line, in the same encoding, with CR LF. */
    void write(List<String> kept, OutputStream out) throws IOException {
        // not the library's printer: it quotes a first cell that begins with a Japanese letter
        String line = kept.stream().map(TableLines::quotedWhereNeeded).collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(bytes.encoding().charset()));
    }

    static String quotedWhereNeeded(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
