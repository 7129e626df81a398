package jp.kenpo.gateway.content.table;

import java.util.List;

/**
 * How a table is laid out.
 *
 * @param columns in the order of the file; the first line of the file names them
 */
public record TableLayout(TableEncoding encoding, List<Column> columns) {

    public TableLayout {
        columns = List.copyOf(columns);
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
