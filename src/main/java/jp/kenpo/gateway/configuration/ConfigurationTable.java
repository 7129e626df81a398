package jp.kenpo.gateway.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * One table of {@code config/} with the line of every row at hand: CSV in UTF-8 (with or without a byte order mark), a
 * header of exactly the columns that are expected, in their order, one line a row. Lines that begin with {@code #} are for
 * people.
 */
public final class ConfigurationTable {

    private static final CSVFormat FORM = CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .get();

    private final String name;
    private final List<Row> rows;

    private ConfigurationTable(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /**
     * One row.
     *
     * @param line line of the file, from 1
     */
    public record Row(int line, List<String> columns, List<String> values) {

        /** Returns the text of a column, null if it is empty. */
        public @Nullable String text(String column) {
            String value = values.get(columns.indexOf(column)).strip();
            return value.isEmpty() ? null : value;
        }
    }

    /**
     * Reads a table strictly: another header, a row of another length, or a text that is not UTF-8 are problems.
     *
     * @param placeholders resolves {@code ${name:default}} in the values, see {@link ConfigurationFile}
     * @throws ConfigurationRejectedException with file and line of each problem
     */
    public static ConfigurationTable read(Path file, List<String> columns, UnaryOperator<String> placeholders) {
        String name = ConfigurationFile.nameOf(file);
        List<Line> lines = lines(name, text(file, name));
        if (lines.isEmpty() || !lines.get(0).values().equals(columns)) {
            int line = lines.isEmpty() ? 1 : lines.get(0).number();
            throw rejected(name, line, "the header is not the expected one", "Write " + String.join(",", columns));
        }
        Problems problems = new Problems();
        Placeholders resolver = new Placeholders(placeholders);
        List<Row> rows = new ArrayList<>();
        for (Line each : lines.subList(1, lines.size())) {
            problems.collect(() -> row(name, each, columns, resolver)).ifPresent(rows::add);
        }
        problems.throwIfAny();
        return new ConfigurationTable(name, List.copyOf(rows));
    }

    private record Line(int number, List<String> values) {}

    private static String text(Path file, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw rejected(name, 0, "the file is not UTF-8", "Save it as CSV UTF-8");
        } catch (IOException unreadable) {
            throw rejected(name, 0, "the file can't be read", "Create it, or remove the key that names it");
        }
    }

    private static List<Line> lines(String name, String text) {
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORM)) {
            for (CSVRecord record : parser) {
                lines.add(new Line((int) parser.getCurrentLineNumber(), record.toList()));
            }
        } catch (IOException | UncheckedIOException broken) {
            throw rejected(name, 0, "the file is not CSV", "Close every quotation mark, and separate by commas");
        }
        return lines;
    }

    private static Row row(String name, Line line, List<String> columns, Placeholders resolver) {
        if (line.values().size() != columns.size()) {
            throw rejected(
                    name,
                    line.number(),
                    line.values().size() + " values where " + columns.size() + " are expected",
                    "Write " + String.join(",", columns));
        }
        try {
            return new Row(
                    line.number(),
                    columns,
                    line.values().stream().map(resolver::resolve).toList());
        } catch (IllegalArgumentException unresolved) {
            throw rejected(name, line.number(), String.valueOf(unresolved.getMessage()), "Write ${name:default}");
        }
    }

    private static ConfigurationRejectedException rejected(String name, int line, String what, String remedy) {
        return new ConfigurationRejectedException(List.of(new Problem(name, line, what, remedy)));
    }

    /** Returns the path of the file as it stands in messages. */
    public String name() {
        return name;
    }

    /** Returns the rows in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    /** Returns a problem at a row. */
    public Problem problem(Row row, String what, String remedy) {
        return new Problem(name, row.line(), what, remedy);
    }
}
