package jp.kenpo.gateway.content.qualification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.event.EventForm;
import jp.kenpo.gateway.content.event.EventMeaning;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.CsvForm;
import jp.kenpo.gateway.content.table.MembersForm;
import jp.kenpo.gateway.content.table.TableEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A layout of events to be registered (登録ファイル), as a table whose columns are mapped to canonical fields.
 *
 * @param furtherCategories data categories beside {@code category} whose fields it carries
 * @param canonical the column of each canonical field; a field that the file does not have is left out
 * @param events what each code in the column of {@code event-type} means
 * @param composedFrom the messages that a file is composed of; null if it is not
 */
public record QualificationForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        @Nullable Set<String> furtherCategories,
        TableEncoding encoding,
        CsvForm.Header header,
        List<ColumnForm> columns,
        Map<CanonicalField, String> canonical,
        Map<String, EventType> events,
        @Nullable ComposedFrom composedFrom)
        implements EventMeaning {

    /**
     * What a registration file is composed of: a batch of events of the core system, whose columns have the names of the
     * columns of the file.
     *
     * @param events layout of the events
     * @param types what each CloudEvents type of that layout means
     */
    public record ComposedFrom(String events, Map<String, EventType> types) {}

    @Override
    public Rules rules(EventForm messages, LayoutSurroundings surroundings) {
        return new MessageChecks(this, messages, surroundings);
    }

    /** Returns the table alone; its rows name the member by the mapped columns. */
    CsvForm table() {
        String number = canonical.get(CanonicalField.NUMBER);
        String branch = canonical.get(CanonicalField.BRANCH);
        MembersForm members = number == null || branch == null
                ? null
                : new MembersForm(
                        canonical.get(CanonicalField.INSURER_NUMBER),
                        canonical.get(CanonicalField.SYMBOL),
                        number,
                        branch,
                        null,
                        null);
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
                null);
    }
}
