package jp.kenpo.gateway.operations.command;

import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.kenpo.gateway.operations.Printable;
import org.jspecify.annotations.Nullable;

/** A table for a terminal: columns aligned also where characters take two columns, numbers to the right. */
final class TextTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String GAP = "  ";
    private static final int BRIEF = 8;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> numeric = new ArrayList<>();

    TextTable(String... headings) {
        rows.add(List.of(headings));
        for (int i = 0; i < headings.length; i++) {
            numeric.add(false);
        }
    }

    /** Adds a row; null is shown as a dash, a collection with commas, a time in Asia/Tokyo. */
    void row(@Nullable Object... cells) {
        var row = new ArrayList<String>();
        for (int column = 0; column < cells.length; column++) {
            row.add(cell(cells[column]));
            if (cells[column] instanceof Number) {
                numeric.set(column, true);
            }
        }
        rows.add(row);
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof OffsetDateTime time) {
            return TIME.format(time);
        }
        if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? "-"
                    : joined(several.stream().map(TextTable::cell).toList());
        }
        return Printable.of(value.toString());
    }

    /** Short ones side by side, long ones below each other. */
    private static String joined(List<String> several) {
        boolean brief = several.stream().allMatch(text -> DisplayWidth.of(text) <= BRIEF);
        return String.join(brief ? ", " : "\n", several);
    }

    void print(PrintWriter out) {
        var widths = new int[numeric.size()];
        for (var row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        rows.forEach(row -> print(row, widths, out));
    }

    private static int width(String cell) {
        return cell.lines().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    private void print(List<String> row, int[] widths, PrintWriter out) {
        var cells = row.stream().map(cell -> cell.lines().toList()).toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int index = 0; index < height; index++) {
            int line = index;
            out.println(line(
                    cells.stream()
                            .map(cell -> line < cell.size() ? cell.get(line) : "")
                            .toList(),
                    widths));
        }
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var cell = row.get(column);
            var padding = " ".repeat(widths[column] - DisplayWidth.of(cell));
            line.append(numeric.get(column) ? padding + cell : cell + padding).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
