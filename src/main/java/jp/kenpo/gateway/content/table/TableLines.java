package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.ByteLines;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a table, each split into cells on its own, so that a bad line spoils no other.
 *
 * <p>A row is one line: a cell can't hold a line break. The CSV library sees one line at a time, since it can't go on
 * after an error and would take a lost quote as the begin of a cell that lasts to the end of the file. It sees only the
 * lines with a quote, since it is dear to begin: without one, a line is what stands between its commas.
 */
final class TableLines {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final TableEncoding encoding;
    private final CharsetDecoder decoder;
    private final ByteLines lines;
    private List<String> cells = List.of();
    private @Nullable TableRule broken;
    private boolean marked;

    TableLines(InputStream in, TableEncoding encoding) {
        this.encoding = encoding;
        this.lines = new ByteLines(in);
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Moves to the next line and splits it; false at the end. */
    boolean next() throws IOException {
        if (!lines.next()) {
            return false;
        }
        cells = List.of();
        broken = null;
        if (lines.tooLong()) {
            broken = TableRule.LINE_TOO_LONG;
        } else {
            split();
        }
        return true;
    }

    private void split() {
        String text;
        try {
            text = decoder.decode(ByteBuffer.wrap(withoutMark(lines.bytes()))).toString();
        } catch (CharacterCodingException e) {
            broken = TableRule.NOT_DECODABLE;
            return;
        }
        // the library would take a lone carriage return as the end of a row
        if (text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) {
            broken = TableRule.CONTROL_CHARACTER;
            return;
        }
        if (text.indexOf('"') < 0) {
            cells = List.of(text.split(",", -1));
        } else {
            splitQuoted(text);
        }
    }

    private void splitQuoted(String text) {
        try (var parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            cells = parser.iterator().next().toList();
        } catch (IOException | UncheckedIOException e) {
            broken = TableRule.QUOTES;
        }
    }

    private byte[] withoutMark(byte[] bytes) {
        boolean begins = lines.number() == 1
                && encoding == TableEncoding.UTF_8
                && Arrays.equals(Arrays.copyOf(bytes, Math.min(bytes.length, BYTE_ORDER_MARK.length)), BYTE_ORDER_MARK);
        marked |= begins;
        return begins ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
    }

    /** Returns the rule that keeps the line from being split; null if it was split. */
    @Nullable
    TableRule broken() {
        return broken;
    }

    /** Returns the cells of the line; none if it is broken. */
    List<String> cells() {
        return cells;
    }

    long number() {
        return lines.number();
    }

    boolean ended() {
        return lines.ended();
    }

    /** Writes the line as it came. */
    void copyTo(OutputStream out) throws IOException {
        lines.copyTo(out);
    }

    /** Writes other cells in the place of the line, in the same encoding. */
    void write(List<String> kept, OutputStream out) throws IOException {
        if (lines.number() == 1 && marked) {
            out.write(BYTE_ORDER_MARK);
        }
        // not the library's printer: it quotes a first cell that begins with a Japanese letter
        String line = kept.stream().map(TableLines::quotedWhereNeeded).collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(encoding.charset()));
    }

    private static String quotedWhereNeeded(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
