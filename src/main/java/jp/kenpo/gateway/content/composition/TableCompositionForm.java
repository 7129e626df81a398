package jp.kenpo.gateway.content.composition;

import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.ComposedTableForm;
import jp.kenpo.gateway.content.table.CsvForm;
import jp.kenpo.gateway.content.table.FlagsForm;
import jp.kenpo.gateway.content.table.MembersForm;
import jp.kenpo.gateway.content.table.TableEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A layout of a table that is composed.
 *
 * @param furtherCategories data categories beside {@code category} whose fields it carries
 * @param from layout of the source: a table as CSV, or an event
 * @param batched whether the table is made of every part of a batch; else of one source
 * @param columns each with {@code from}, the column of the source (the one of the same name if it says nothing),
 *     {@code constant}, or {@code study-key}
 * @param members columns of the composed table that name the member
 * @param flags columns of the composed table that say which rows may leave
 */
public record TableCompositionForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        @Nullable Set<String> furtherCategories,
        String from,
        boolean batched,
        TableEncoding encoding,
        CsvForm.Header header,
        List<ColumnForm> columns,
        @Nullable MembersForm members,
        @Nullable FlagsForm flags)
        implements ComposedTableForm {

    /** Returns the table alone. */
    CsvForm table() {
        return new CsvForm(
                id,
                category,
                kind,
                certainty,
                source,
                furtherCategories,
                encoding,
                header,
                null,
                columns,
                null,
                members,
                flags);
    }
}
