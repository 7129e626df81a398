package jp.kenpo.gateway.content.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One type of record of fixed length as a layout file declares it.
 *
 * @param type what stands at the selector; left out where all records are of one type
 * @param stands {@code first} for a header, {@code last} for a trailer; left out for the rows
 * @param columns every byte of the record, in its order; what has no meaning is declared as a filler
 * @param members columns that name the member of a row
 */
public record FixedRecordForm(
        @Nullable String type,
        @Nullable Stands stands,
        List<ColumnForm> columns,
        @Nullable MembersForm members) {

    /** Where a record stands that is there once. */
    public enum Stands {
        FIRST,
        LAST
    }

    /** Returns the bytes of the record without a line end. */
    int width() {
        return columns.stream().mapToInt(column -> column.column().width()).sum();
    }
}
