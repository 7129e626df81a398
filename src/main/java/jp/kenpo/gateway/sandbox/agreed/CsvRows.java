package jp.kenpo.gateway.sandbox.agreed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table as CSV with a heading, as a counterparty reads what it got: by the names of the columns. */
public final class CsvRows {

    private CsvRows() {}

    /** Returns the rows, each by column; no rows if there is no heading. */
    public static List<Map<String, String>> of(String text) {
        List<List<String>> lines = cells(text);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0;
                    column < Math.min(lines.get(0).size(), lines.get(line).size());
                    column++) {
                row.put(lines.get(0).get(column), lines.get(line).get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Returns the cells of each line; an empty line is none. */
    public static List<List<String>> cells(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int at = 0; at < whole.length(); at++) {
            char c = whole.charAt(at);
            if (c == '"') {
                boolean doubled = quoted && at + 1 < whole.length() && whole.charAt(at + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                end(line, cell);
            } else if (c == '\n' && !quoted) {
                end(line, cell, lines);
                line = new ArrayList<>();
            } else if (c != '\r' || quoted) {
                cell.append(c);
            }
        }
        end(line, cell, lines);
        return lines;
    }

    private static void end(List<String> line, StringBuilder cell) {
        line.add(cell.toString());
        cell.setLength(0);
    }

    private static void end(List<String> line, StringBuilder cell, List<List<String>> lines) {
        if (!line.isEmpty() || cell.length() > 0) {
            end(line, cell);
            lines.add(line);
        }
    }
}
