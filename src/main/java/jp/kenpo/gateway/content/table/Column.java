package jp.kenpo.gateway.content.table;

import java.util.EnumSet;
import java.util.Set;
import jp.kenpo.gateway.content.mynumber.Watch;
import org.jspecify.annotations.Nullable;

/**
 * One declared column of a table, or one place of a record.
 *
 * @param name header of the column, exactly as it must stand in the file
 * @param field what it holds, as {@code category.field}; empty for a filler
 * @param required whether a cell must not be empty
 * @param codes the values allowed; empty if any
 * @param dates forms in which days and months may be written
 * @param key whether its cells are different in all rows
 * @param shown whether the cell may be named in findings, as the row's own key
 * @param formulas whether a text may begin with a sign that starts a formula
 * @param counts what it holds the number of; null if nothing
 * @param totalOf the column of the rows whose total it holds; null if none
 * @param width bytes in a record of fixed length; 0 elsewhere
 */
record Column(
        String name,
        String field,
        boolean required,
        ColumnType type,
        Limits limits,
        Set<String> codes,
        Set<DateForm> dates,
        boolean key,
        boolean shown,
        boolean formulas,
        ColumnForm.@Nullable Counted counts,
        @Nullable String totalOf,
        int width) {

    Column {
        codes = Set.copyOf(codes);
        dates = EnumSet.copyOf(dates);
    }

    /** Returns what the guard of My Numbers has to know of the column. */
    Watch watch() {
        if (type == ColumnType.MY_NUMBER) {
            return Watch.MY_NUMBER;
        } else if (type == ColumnType.TIMESTAMP) {
            return Watch.TIMESTAMP;
        }
        boolean twelveOthers = type == ColumnType.DIGITS && limits.minLength() == 12 && limits.maxLength() == 12;
        return twelveOthers ? Watch.OTHER_NUMBER : Watch.of(field);
    }

    /** Returns whether the field may leave; a filler never does. */
    boolean permittedIn(Set<String> permitted) {
        return permitted.contains(field);
    }
}
