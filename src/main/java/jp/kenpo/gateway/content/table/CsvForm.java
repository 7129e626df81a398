package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;

/** A layout of a table as CSV. */
public record CsvForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        TableEncoding encoding,
        Header header,
        List<ColumnForm> columns)
        implements LayoutForm {

    /** Whether the first line names the columns: a table without is not supported. */
    public enum Header {
        REQUIRED
    }

    TableLayout layout() {
        return new TableLayout(
                encoding, columns.stream().map(ColumnForm::column).toList());
    }

    Set<String> fields() {
        return columns.stream().map(ColumnForm::field).collect(Collectors.toUnmodifiableSet());
    }
}
