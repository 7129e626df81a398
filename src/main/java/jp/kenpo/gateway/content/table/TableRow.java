package jp.kenpo.gateway.content.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.gateway.member.MemberIdentity;

/** One row of a table that breaks no rule of its layout, while it is read; the next row takes its place. */
public final class TableRow {

    private final RecordLayout layout;
    private final Cells cells;
    private final Map<String, Integer> places = new HashMap<>();
    private final RepeatedText[] texts;
    private final RowChecks checks;
    private long line;

    /** @param checks know what findings call the row that they checked last */
    TableRow(RecordLayout layout, Cells cells, RowChecks checks) {
        this.layout = layout;
        this.cells = cells;
        this.checks = checks;
        List<String> names = layout.names();
        this.texts = Stream.generate(RepeatedText::new).limit(names.size()).toArray(RepeatedText[]::new);
        for (int i = names.size() - 1; i >= 0; i--) {
            places.put(names.get(i), i);
        }
    }

    void moveTo(long newLine) {
        line = newLine;
    }

    /** Returns the line in the file, from 1. */
    public long line() {
        return line;
    }

    /** Returns what findings call the row. */
    public String record() {
        return checks.record();
    }

    /**
     * Returns the text of a cell; empty if nothing stands there.
     *
     * @throws IllegalArgumentException if the layout has no such column
     */
    public Optional<String> text(String column) {
        int place = place(column);
        String text = texts[place].of(cells.cell(place));
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

    /** Returns whether the layout has such a column. */
    public boolean has(String column) {
        return places.containsKey(column);
    }

    /** Returns the member that the row is about; empty where it names none. */
    public Optional<MemberIdentity> member() {
        return layout.members() == null ? Optional.empty() : layout.members().identity(cells);
    }

    private int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("no column \"" + column + "\"");
        }
        return place;
    }
}
