package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.LayoutSurroundings;
import org.jspecify.annotations.Nullable;

/** What the declared columns of a record come to. */
final class RecordForms {

    private RecordForms() {}

    static RecordLayout layout(
            List<ColumnForm> forms,
            @Nullable MembersForm members,
            @Nullable FlagsForm flags,
            LayoutSurroundings surroundings) {
        List<Column> columns = forms.stream().map(ColumnForm::column).toList();
        return new RecordLayout(
                columns,
                members == null ? null : new MemberColumns(members, columns, surroundings),
                flags == null ? RowFlags.NONE : new RowFlags(flags, columns));
    }

    static Set<String> fields(Stream<ColumnForm> columns) {
        return columns.map(ColumnForm::field).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }
}
