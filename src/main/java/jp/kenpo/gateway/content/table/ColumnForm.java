package jp.kenpo.gateway.content.table;

import java.util.Set;
import jp.kenpo.gateway.content.ByteLines;
import org.jspecify.annotations.Nullable;

/** One column as a layout file declares it; what it leaves out is not limited. */
public record ColumnForm(
        String name,
        String field,
        boolean required,
        ColumnType type,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Integer maxBytes,
        @Nullable Set<String> codes) {

    Column column() {
        return new Column(
                name,
                field,
                required,
                type,
                orElse(minLength, 0),
                orElse(maxLength, ByteLines.LONGEST),
                orElse(maxBytes, ByteLines.LONGEST),
                codes == null ? Set.of() : codes);
    }

    private static int orElse(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
