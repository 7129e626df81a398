package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of all rows or records of one type.
 *
 * @param columns in the order of the file
 * @param members where a row names its member; null if it names none
 * @param flags what a row says about its member
 */
record RecordLayout(List<Column> columns, @Nullable MemberColumns members, RowFlags flags) {

    RecordLayout {
        columns = List.copyOf(columns);
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    boolean allPermittedIn(Set<String> permitted) {
        return columns.stream().allMatch(column -> column.permittedIn(permitted));
    }
}
