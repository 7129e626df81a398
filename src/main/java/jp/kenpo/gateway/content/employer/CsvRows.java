package jp.kenpo.gateway.content.employer;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import jp.kenpo.gateway.content.ByteLines;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180). A quoted cell may hold line breaks, up to {@link #LINES} lines a row: where a quote is
 * lost, the row ends with its line and the lines behind it are rows again.
 */
final class CsvRows implements Rows {

    /** Most lines of one row. */
    static final int LINES = 20;

    /** Longest line in bytes: 830 columns were seen. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private record Line(long number, String text, @Nullable EmployerRule broken) {}

    private final ByteLines lines;
    private final CharsetDecoder decoder;
    private final Deque<Line> waiting = new ArrayDeque<>();
    private List<Cell> cells = List.of();
    private @Nullable EmployerRule broken;
    private long number;

    CsvRows(InputStream in, TextEncoding encoding) {
        this.lines = new ByteLines(in, LONGEST_LINE);
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public boolean next() throws IOException {
        cells = List.of();
        Line first = line();
        if (first == null) {
            return false;
        }
        number = first.number();
        broken = first.broken();
        if (broken == null) {
            split(whole(first));
        }
        return true;
    }

    private @Nullable Line line() throws IOException {
        if (!waiting.isEmpty()) {
            return waiting.removeFirst();
        }
        if (!lines.next()) {
            return null;
        }
        if (lines.tooLong()) {
            return new Line(lines.number(), "", EmployerRule.LINE_TOO_LONG);
        }
        try {
            String text = decoder.decode(ByteBuffer.wrap(lines.bytes())).toString();
            boolean marked = lines.number() == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return new Line(lines.number(), marked ? text.substring(1) : text, null);
        } catch (CharacterCodingException e) {
            return new Line(lines.number(), "", EmployerRule.NOT_DECODABLE);
        }
    }

    /** Returns the row with the lines that its open quote takes in. */
    private String whole(Line first) throws IOException {
        if (!isOpen(first.text())) {
            return first.text();
        }
        StringBuilder text = new StringBuilder(first.text());
        List<Line> taken = new ArrayList<>();
        while (taken.size() < LINES - 1) {
            Line next = line();
            if (next == null) {
                break;
            }
            taken.add(next);
            text.append('\n').append(next.text());
            if (next.broken() == null && isOpen(next.text())) {
                return text.toString();
            }
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            waiting.addFirst(taken.get(i));
        }
        broken = EmployerRule.QUOTES;
        return "";
    }

    /** Returns whether a line opens a quote that it does not close, or closes one that it does not open. */
    private static boolean isOpen(String text) {
        return text.indexOf('"') >= 0 && text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private void split(String text) {
        if (broken != null) {
            return;
        }
        if (text.indexOf('\0') >= 0 || text.indexOf('\r') >= 0) {
            broken = EmployerRule.CONTROL_CHARACTER;
        } else if (text.indexOf('"') < 0) {
            cells = cells(List.of(text.split(",", -1)));
        } else {
            splitQuoted(text);
        }
    }

    private void splitQuoted(String text) {
        try (var parser = CSVParser.parse(new StringReader(text), CSVFormat.DEFAULT)) {
            var rows = parser.iterator();
            cells = cells(rows.next().toList());
            // a quote inside a cell that is not quoted may have been counted as one that opens
            if (rows.hasNext()) {
                cells = List.of();
                broken = EmployerRule.QUOTES;
            }
        } catch (IOException | UncheckedIOException e) {
            broken = EmployerRule.QUOTES;
        }
    }

    private static List<Cell> cells(List<String> texts) {
        return texts.stream().map(text -> new Cell(text, Cell.Kind.TEXT)).toList();
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<Cell> cells() {
        return cells;
    }

    @Override
    public @Nullable EmployerRule broken() {
        return broken;
    }

    @Override
    public boolean mayBeShort() {
        return false;
    }

    @Override
    public void close() {
        // the stream belongs to the caller
    }
}
