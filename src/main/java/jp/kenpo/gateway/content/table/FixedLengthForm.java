package jp.kenpo.gateway.content.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;
import org.jspecify.annotations.Nullable;

/**
 * A layout of records of fixed length (固定長).
 *
 * @param furtherCategories data categories beside {@code category} whose fields it carries
 * @param selector where the type of a record stands; left out where all records are of one type
 * @param records the types; all of the same length
 * @param flags columns that say whether a row may leave, which every type of row then has
 */
public record FixedLengthForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        @Nullable Set<String> furtherCategories,
        TableEncoding encoding,
        LineEnd lineEnd,
        @Nullable Selector selector,
        List<FixedRecordForm> records,
        @Nullable FlagsForm flags)
        implements LayoutForm {

    /** What stands between two records. */
    public enum LineEnd {
        CRLF,
        LF,
        NONE
    }

    /**
     * Where the type of a record stands.
     *
     * @param at first byte, from 1
     * @param width number of bytes
     */
    public record Selector(int at, int width) {}

    int width() {
        return records.isEmpty() ? 0 : records.get(0).width();
    }

    Stream<ColumnForm> columns() {
        return records.stream().flatMap(each -> each.columns().stream());
    }

    /** Returns the columns of the rows, over which a header or trailer may say totals. */
    List<ColumnForm> rows() {
        return records.stream()
                .filter(each -> each.stands() == null)
                .flatMap(each -> each.columns().stream())
                .toList();
    }
}
