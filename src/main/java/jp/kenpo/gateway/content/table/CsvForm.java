package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutSurroundings;
import org.jspecify.annotations.Nullable;

/**
 * A layout of a table as CSV.
 *
 * @param furtherCategories data categories beside {@code category} whose fields it carries
 * @param headerRecord record in front of the rows, known by its first cell
 * @param trailerRecord record behind the rows
 * @param members columns that name the member of a row
 * @param flags columns that say whether a row may leave
 */
public record CsvForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        @Nullable Set<String> furtherCategories,
        TableEncoding encoding,
        Header header,
        @Nullable MarkedRecordForm headerRecord,
        List<ColumnForm> columns,
        @Nullable MarkedRecordForm trailerRecord,
        @Nullable MembersForm members,
        @Nullable FlagsForm flags)
        implements RowsForm {

    /** Whether the first line names the columns. */
    public enum Header {
        REQUIRED,
        NONE
    }

    @Override
    public RowSource rows(LayoutSurroundings surroundings) {
        return CsvContent.of(this, surroundings);
    }

    TableLayout layout(LayoutSurroundings surroundings) {
        return new TableLayout(
                encoding,
                header == Header.REQUIRED,
                headerRecord == null ? null : headerRecord.record(),
                RecordForms.layout(columns, members, flags, surroundings),
                trailerRecord == null ? null : trailerRecord.record());
    }

    /** Returns the declared fields, as {@code category.field}. */
    public Set<String> fields() {
        return RecordForms.fields(Stream.concat(around(), columns.stream()));
    }

    /** Returns the columns of the header and trailer records. */
    Stream<ColumnForm> around() {
        return Stream.concat(columnsOf(headerRecord), columnsOf(trailerRecord));
    }

    private static Stream<ColumnForm> columnsOf(@Nullable MarkedRecordForm record) {
        return record == null ? Stream.empty() : record.columns().stream();
    }
}
