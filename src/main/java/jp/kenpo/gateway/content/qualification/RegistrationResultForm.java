package jp.kenpo.gateway.content.qualification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.CsvForm;
import jp.kenpo.gateway.content.table.MembersForm;
import jp.kenpo.gateway.content.table.TableEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A layout of what the platform answers to registered events (登録結果), as a table.
 *
 * @param furtherCategories data categories beside {@code category} whose fields it carries
 * @param members columns that name the member of the event
 * @param result columns that name the event and what became of it
 * @param outcomes what each code in the column of the outcome means
 * @param mismatches what each code in the column of the mismatch means
 */
public record RegistrationResultForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        @Nullable Set<String> furtherCategories,
        TableEncoding encoding,
        CsvForm.Header header,
        List<ColumnForm> columns,
        MembersForm members,
        Result result,
        Map<String, Meaning> outcomes,
        Map<String, MismatchClass> mismatches)
        implements LayoutForm {

    /**
     * The columns of a result.
     *
     * @param code the platform's own code of a rejection
     * @param mismatch what is in doubt
     */
    public record Result(String eventId, String version, String outcome, String code, String mismatch) {

        List<String> columns() {
            return List.of(eventId, version, outcome, code, mismatch);
        }
    }

    /** What a code of an outcome means. */
    public enum Meaning {
        ACCEPTED,
        REJECTED,
        ACCEPTED_WITH_DOUBT,
        NO_RESULT
    }

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
                null);
    }
}
