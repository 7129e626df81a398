package jp.kenpo.gateway.content.event;

import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.MembersForm;
import jp.kenpo.gateway.content.table.RowSource;
import jp.kenpo.gateway.content.table.RowsForm;
import org.jspecify.annotations.Nullable;

/**
 * A layout of events.
 *
 * @param furtherCategories data categories beside {@code category} whose fields it carries
 * @param types what the events are called: every type of CloudEvents that this layout reads
 * @param columns keys of {@code data}, whose values are texts
 * @param members columns that name the member
 * @param meaning layout whose rules about what an event means hold here too; null if none do
 */
public record EventForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        @Nullable Set<String> furtherCategories,
        Set<String> types,
        List<ColumnForm> columns,
        @Nullable MembersForm members,
        @Nullable String meaning)
        implements RowsForm {

    @Override
    public RowSource rows(LayoutSurroundings surroundings) {
        return new EventContent(this, surroundings);
    }
}
