package jp.kenpo.gateway.content.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.LayoutSurroundings;

/**
 * How filings of employers are laid out.
 *
 * @param forms the cells behind the form code, by form code
 */
record FilingLayout(
        TableEncoding encoding,
        RecordLayout header,
        RecordLayout management,
        RecordLayout establishment,
        Map<String, RecordLayout> forms) {

    static FilingLayout of(FilingForm form, LayoutSurroundings surroundings) {
        Map<String, RecordLayout> forms = new LinkedHashMap<>();
        form.forms()
                .forEach(each ->
                        forms.put(each.code(), RecordForms.layout(each.columns(), each.members(), null, surroundings)));
        return new FilingLayout(
                form.encoding(),
                plain(form.header(), surroundings),
                plain(form.management(), surroundings),
                plain(form.establishment(), surroundings),
                forms);
    }

    private static RecordLayout plain(List<ColumnForm> columns, LayoutSurroundings surroundings) {
        return RecordForms.layout(columns, null, null, surroundings);
    }

    /** Returns the columns in front of the rows. */
    Stream<Column> around() {
        return Stream.of(header, management, establishment).flatMap(each -> each.columns().stream());
    }
}
