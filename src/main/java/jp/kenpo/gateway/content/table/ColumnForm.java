package jp.kenpo.gateway.content.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.ByteLines;
import org.jspecify.annotations.Nullable;

/**
 * One column as a layout file declares it; what it leaves out is not limited.
 *
 * @param field as {@code category.field}; only a filler has none
 * @param scale most decimal places of a decimal; none if left out
 * @param min smallest decimal
 * @param max largest decimal
 * @param dates forms of a date or month; {@code compact} if left out
 * @param key whether no two rows have the same cell
 * @param shown whether the cell, the row's own number, may stand in findings, so that the sender finds the row
 * @param formulas {@code allowed} if a text may begin with = + @; refused if left out
 * @param counts what it holds the number of, in a header, trailer or management record
 * @param totals the column whose total it holds, in a header or trailer record
 * @param width bytes, in a record of fixed length
 * @param from column of the source that a composed column is taken from; of the same name if left out
 * @param constant what stands in every row of a composed column
 * @param studyKey study whose key stands in a composed column, in the place of who the member is
 */
public record ColumnForm(
        String name,
        @Nullable String field,
        boolean required,
        ColumnType type,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Integer maxBytes,
        @Nullable Set<String> codes,
        @Nullable Integer scale,
        @Nullable String min,
        @Nullable String max,
        @Nullable Set<DateForm> dates,
        @Nullable Boolean key,
        @Nullable Boolean shown,
        @Nullable Formulas formulas,
        @Nullable Counted counts,
        @Nullable String totals,
        @Nullable Integer width,
        @Nullable String from,
        @Nullable String constant,
        @Nullable String studyKey) {

    /** Whether a text may begin with a sign that starts a formula. */
    public enum Formulas {
        ALLOWED
    }

    /** What a column of a header, trailer or management record counts. */
    public enum Counted {
        ROWS,
        /** In the management record of a filing. */
        ESTABLISHMENTS
    }

    /** @throws IllegalArgumentException if min or max is no number */
    public ColumnForm {
        number(min);
        number(max);
    }

    /** Returns the fields of columns, as {@code category.field}. */
    public static Set<String> fields(List<ColumnForm> columns) {
        return RecordForms.fields(columns.stream());
    }

    /** Returns whether it says where its cells are taken from, as only a composed column does. */
    boolean saysItsOrigin() {
        return from != null || constant != null || studyKey != null;
    }

    Column column() {
        return new Column(
                name,
                field == null ? "" : field,
                required,
                type,
                new Limits(
                        orElse(minLength, 0),
                        orElse(maxLength, ByteLines.LONGEST),
                        orElse(maxBytes, ByteLines.LONGEST),
                        orElse(scale, 0),
                        number(min),
                        number(max)),
                codes == null ? Set.of() : codes,
                dates == null || dates.isEmpty() ? Set.of(DateForm.COMPACT) : dates,
                Boolean.TRUE.equals(key),
                Boolean.TRUE.equals(shown),
                formulas == Formulas.ALLOWED,
                counts,
                totals,
                orElse(width, 0));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("min or max is no number", e);
        }
    }

    private static int orElse(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
