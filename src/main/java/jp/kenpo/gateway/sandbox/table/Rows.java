package jp.kenpo.gateway.sandbox.table;

import java.util.List;
import jp.kenpo.gateway.sandbox.agreed.AgreedColumn;
import jp.kenpo.gateway.sandbox.agreed.AgreedRecord;

/**
 * The rows of a table, and what the records around them say of them.
 *
 * @param cells the cells of each row, in the order of the columns
 */
record Rows(List<AgreedColumn> columns, List<Subject> subjects, List<List<String>> cells) {

    static Rows of(List<AgreedColumn> columns, List<Subject> subjects) {
        List<List<String>> cells = subjects.stream()
                .map(subject -> columns.stream()
                        .map(column -> CellMaker.cell(column, subject))
                        .toList())
                .toList();
        return new Rows(columns, subjects, cells);
    }

    /** Returns the cells of a record in front of the rows or behind them. */
    List<String> around(AgreedRecord record) {
        return record.columns().stream().map(this::around).toList();
    }

    private String around(AgreedRecord.Place place) {
        if (place.counts()) {
            return number(cells.size(), place);
        }
        return place.totals().isEmpty()
                ? CellMaker.cell(place.column(), subjects.get(0))
                : number(total(place.totals()), place);
    }

    private long total(String column) {
        int place = columns.stream().map(AgreedColumn::name).toList().indexOf(column);
        return cells.stream()
                .map(row -> row.get(place))
                .filter(cell -> !cell.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static String number(long number, AgreedRecord.Place place) {
        String digits = String.valueOf(number);
        return "0".repeat(Math.max(0, place.column().size().shortest() - digits.length())) + digits;
    }
}
