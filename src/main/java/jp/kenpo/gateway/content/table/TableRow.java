package jp.kenpo.gateway.content.table;

import java.time.LocalDate;
import java.util.Optional;

/** One row of a table that breaks no rule of its layout, while it is read; the next row takes its place. */
public final class TableRow {

    private final RecordLayout layout;
    private final Cells cells;
    private long line;
    private String record = "";

    TableRow(RecordLayout layout, Cells cells) {
        this.layout = layout;
        this.cells = cells;
    }

    void moveTo(long newLine, String newRecord) {
        line = newLine;
        record = newRecord;
    }

    /** Returns the line in the file, from 1. */
    public long line() {
        return line;
    }

    /** Returns what findings call the row. */
    public String record() {
        return record;
    }

    /**
     * Returns the text of a cell; empty if nothing stands there.
     *
     * @throws IllegalArgumentException if the layout has no such column
     */
    public Optional<String> text(String column) {
        String text = cells.cell(place(column)).toString().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /**
     * Returns the day that a cell of type date writes; empty if nothing stands there.
     *
     * @throws IllegalArgumentException if the layout has no such column
     */
    public Optional<LocalDate> date(String column) {
        int place = place(column);
        return WrittenDates.date(cells.cell(place), layout.columns().get(place).dates());
    }

    private int place(String column) {
        int place = layout.names().indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("no column \"" + column + "\"");
        }
        return place;
    }
}
