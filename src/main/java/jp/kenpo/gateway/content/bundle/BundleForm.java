package jp.kenpo.gateway.content.bundle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.CsvForm;
import jp.kenpo.gateway.content.table.MembersForm;
import jp.kenpo.gateway.content.table.TableEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A layout of bundles of documents. Its columns are those of the index.
 *
 * @param furtherCategories data categories beside {@code category} whose fields it carries
 * @param document column that names a document: each one once
 * @param attestation column by which somebody says that no My Number (個人番号) stands in the document, or that it is masked
 * @param holds field that the documents hold, as {@code category.field}
 * @param types types that a document may have
 * @param members columns that name the member of a row
 */
public record BundleForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        @Nullable Set<String> furtherCategories,
        String document,
        String attestation,
        String holds,
        Set<DocumentType> types,
        TableEncoding encoding,
        CsvForm.Header header,
        List<ColumnForm> columns,
        @Nullable MembersForm members)
        implements LayoutForm {

    /** Returns the index alone. */
    CsvForm index() {
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

    /** Returns the declared fields: those of the index and that of the documents. */
    Set<String> fields() {
        return Stream.concat(index().fields().stream(), Stream.of(holds)).collect(Collectors.toUnmodifiableSet());
    }
}
