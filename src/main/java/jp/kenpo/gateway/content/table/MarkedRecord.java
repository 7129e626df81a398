package jp.kenpo.gateway.content.table;

/**
 * A header or trailer record of a table.
 *
 * @param mark text of its first cell, by which it is known
 * @param record the cells behind the mark
 */
record MarkedRecord(String mark, RecordLayout record) {

    boolean isAt(Cells cells) {
        return cells.count() > 0 && mark.contentEquals(cells.cell(0));
    }
}
