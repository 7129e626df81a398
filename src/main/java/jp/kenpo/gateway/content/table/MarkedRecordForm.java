package jp.kenpo.gateway.content.table;

import java.util.List;

/**
 * A header or trailer record as a layout file declares it.
 *
 * @param startsWith text of its first cell, by which it is known; not among its columns
 * @param columns the cells behind it
 */
public record MarkedRecordForm(String startsWith, List<ColumnForm> columns) {

    MarkedRecord record() {
        return new MarkedRecord(
                startsWith,
                new RecordLayout(columns.stream().map(ColumnForm::column).toList(), null, RowFlags.NONE));
    }
}
