package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a table by its layout: names of the columns, rows with CR LF, quotes where they are needed.
 *
 * <p>Nothing is replaced silently: a character that the encoding lacks stops the writing. A text that a spreadsheet
 * would carry out gets an apostrophe in front, unless its column allows formulas. Not thread-safe.
 */
public final class TableWriter {

    private final List<Column> columns;
    private final CharsetEncoder encoder;
    private final OutputStream out;

    /**
     * Begins the table: with a byte order mark and the names of the columns where the layout asks for them.
     *
     * @param form a layout without header and trailer record
     * @throws IllegalArgumentException if the layout leaves the encoding open, or has records around the rows
     */
    public TableWriter(CsvForm form, OutputStream out) throws IOException {
        if (form.encoding() == TableEncoding.DETECT || form.headerRecord() != null || form.trailerRecord() != null) {
            throw new IllegalArgumentException("layout " + form.id() + " can't be written");
        }
        this.columns = form.columns().stream().map(ColumnForm::column).toList();
        this.encoder = form.encoding()
                .charset()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.out = out;
        if (form.encoding() == TableEncoding.UTF_8_BOM) {
            out.write(EncodedBytes.BYTE_ORDER_MARK);
        }
        if (form.header() == CsvForm.Header.REQUIRED) {
            line(columns.stream().map(Column::name).toList());
        }
    }

    /**
     * Writes a row.
     *
     * @param cells texts by column; a column that is not named stays empty
     * @throws IOException also if the encoding lacks a character; the message names no value
     */
    public void row(Map<String, String> cells) throws IOException {
        line(columns.stream().map(column -> cell(column, cells)).toList());
    }

    /** Returns the first column whose text holds a character that the encoding lacks; empty if none does. */
    public Optional<String> unwritable(Map<String, String> cells) {
        return columns.stream()
                .map(Column::name)
                .filter(name -> !encoder.canEncode(cells.getOrDefault(name, "")))
                .findFirst();
    }

    private static String cell(Column column, Map<String, String> cells) {
        String text = cells.getOrDefault(column.name(), "");
        return column.type().isText() && !column.formulas() ? Formula.neutralised(text) : text;
    }

    /** Returns a day as the column writes days: in the first of its forms. */
    public String date(String column, LocalDate day) {
        return columns.stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .map(each -> WrittenDates.text(day, each.dates().iterator().next()))
                .orElseThrow(() -> new IllegalArgumentException("no column \"" + column + "\""));
    }

    private void line(List<String> cells) throws IOException {
        String line = cells.stream().map(TableLines::quotedWhereNeeded).collect(Collectors.joining(",", "", "\r\n"));
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(line));
            byte[] written = new byte[bytes.remaining()];
            bytes.get(written);
            out.write(written);
        } catch (CharacterCodingException e) {
            throw new IOException("a cell holds a character that " + encoder.charset() + " lacks; nothing is sent", e);
        }
    }
}
