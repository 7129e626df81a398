package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;
import org.jspecify.annotations.Nullable;

/**
 * A layout of filings of employers (届書 CSV, KPFD).
 *
 * @param furtherCategories data categories beside {@code category} whose fields it carries
 * @param header the first line
 * @param management the first line behind {@code [kanri]}
 * @param establishment each further line before {@code [data]}
 * @param forms the filings whose rows may stand behind {@code [data]}
 */
public record FilingForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        @Nullable Set<String> furtherCategories,
        TableEncoding encoding,
        List<ColumnForm> header,
        List<ColumnForm> management,
        List<ColumnForm> establishment,
        List<FilingDocumentForm> forms)
        implements LayoutForm {

    Stream<ColumnForm> columns() {
        return Stream.of(
                        header.stream(),
                        management.stream(),
                        establishment.stream(),
                        forms.stream().flatMap(form -> form.columns().stream()))
                .flatMap(each -> each);
    }
}
