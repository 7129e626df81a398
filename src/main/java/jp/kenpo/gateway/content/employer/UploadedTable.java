package jp.kenpo.gateway.content.employer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.MyNumberSightings;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.content.mynumber.Watch;
import org.jspecify.annotations.Nullable;

/** One file of an employer on its way: its header found, its rows read one at a time. */
final class UploadedTable implements Closeable {

    /** Rows among which the header is looked for. */
    private static final int HEADER_AMONG = 10;

    private static final Pattern ITEM_CODE = Pattern.compile("[0-9A-Z]{17}");

    private final EmployerLayout layout;
    private final CellReading reading;
    private final Report report;
    private final @Nullable Rows rows;
    private final MyNumberGuard guard = new MyNumberGuard();
    private List<Column> columns = List.of();
    private List<String> labels = List.of();
    private List<String> headingTexts = List.of();
    private Map<Item, CellValue> values = Map.of();
    private int width;
    private long line;
    private long count;
    private boolean codesMayFollow;

    UploadedTable(EmployerLayout layout, InputStream in, Report report) throws IOException {
        this.layout = layout;
        this.reading = new CellReading(layout);
        this.report = report;
        this.rows = Upload.open(in, report).orElse(null);
    }

    /** Finds the header; false if there is none, which the report says. */
    boolean begin() throws IOException {
        if (rows == null) {
            return false;
        }
        var headings = new Headings(layout.items());
        boolean separatorElse = false;
        for (int skipped = 0; skipped < HEADER_AMONG && rows.next(); skipped++) {
            line = rows.number();
            if (rows.broken() != null) {
                report.file(rows.broken(), line);
                return false;
            }
            if (headings.isHeader(rows.cells())) {
                header(headings, skipped);
                return true;
            }
            watch(rows.cells(), null);
            separatorElse |= rows.cells().size() == 1
                    && hasOtherSeparator(rows.cells().get(0).text());
        }
        report.file(separatorElse ? EmployerRule.SEPARATOR : EmployerRule.NO_HEADER, line == 0 ? 0 : 1, HEADER_AMONG);
        return false;
    }

    private static boolean hasOtherSeparator(String text) {
        return text.indexOf('\t') >= 0 || text.indexOf(';') >= 0;
    }

    private void header(Headings headings, int skipped) {
        if (skipped > 0) {
            report.file(EmployerRule.ROWS_ABOVE, line, skipped);
        }
        List<Cell> header = cells();
        width = header.size();
        columns = headings.columns(header, line, report);
        labels = headings.labels(header);
        headingTexts = header.stream().map(Cell::text).toList();
        codesMayFollow = true;
    }

    private List<Cell> cells() {
        return rows == null ? List.of() : rows.cells();
    }

    /** Moves to the next row that can be read; false at the end. */
    boolean next() throws IOException {
        while (rows != null && rows.next()) {
            line = rows.number();
            List<Cell> cells = rows.cells();
            if (rows.broken() == null && (cells.stream().allMatch(Cell::isEmpty) || isCodeRow(cells))) {
                continue;
            }
            count++;
            watch(cells, record());
            if (count > layout.maxRows()) {
                report.file(EmployerRule.TOO_MANY_ROWS, line, layout.maxRows());
                return false;
            }
            if (isWhole(cells, rows)) {
                read(cells);
                return true;
            }
        }
        return false;
    }

    /** Shows the guard every cell, also those that are not read. */
    private void watch(List<Cell> cells, @Nullable String record) {
        for (int i = 0; i < cells.size(); i++) {
            String label = i < labels.size() ? labels.get(i) : "(" + Column.letters(i) + ")";
            String heading = i < headingTexts.size() ? headingTexts.get(i) : "";
            guard.column(label, heading, Watch.FIGURE)
                    .see(line, record, cells.get(i).text());
        }
    }

    /** Returns where My Numbers (個人番号) may stand in what was read so far. */
    MyNumberSightings myNumbers() {
        return guard.sightings();
    }

    private boolean isCodeRow(List<Cell> cells) {
        if (!codesMayFollow) {
            return false;
        }
        codesMayFollow = false;
        List<String> texts = cells.stream()
                .filter(cell -> !cell.isEmpty())
                .map(cell -> cell.text().strip())
                .toList();
        boolean codes = texts.stream().allMatch(text -> ITEM_CODE.matcher(text).matches());
        if (codes) {
            report.file(EmployerRule.CODE_ROW, line);
        }
        return codes;
    }

    private boolean isWhole(List<Cell> cells, Rows from) {
        if (from.broken() != null) {
            report.row(from.broken(), line, record());
            return false;
        }
        if (!from.mayBeShort() && cells.size() != width) {
            report.row(EmployerRule.ROW_WIDTH, line, record(), width, cells.size());
            return false;
        }
        return true;
    }

    private void read(List<Cell> cells) {
        Map<Item, CellValue> read = new HashMap<>();
        for (Column column : columns) {
            Cell cell = column.index() < cells.size() ? cells.get(column.index()) : Cell.EMPTY;
            read.put(column.item(), reading.read(column, cell, (rule, arguments) -> remark(rule, column, arguments)));
        }
        values = read;
    }

    /** Tells what is to be said of a cell of the present row. */
    void remark(EmployerRule rule, Column column, Object... arguments) {
        report.cell(rule, line, record(), column.label(), arguments);
    }

    /** Returns the columns that were found, in the order of the layout. */
    List<Column> columns() {
        return columns;
    }

    /** Returns what was read of the present row; an item without a column is blank. */
    CellValue value(Item item) {
        return values.getOrDefault(item, CellValue.BLANK);
    }

    long line() {
        return line;
    }

    /** Returns the rows so far, without header and empty rows. */
    long count() {
        return count;
    }

    private String record() {
        return "row " + count;
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }
}
