package jp.kenpo.gateway.content.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How long and how large the cells of a column may be.
 *
 * @param minLength fewest characters of a cell that is not empty
 * @param maxLength most characters
 * @param maxBytes most bytes in the encoding of the table
 * @param scale most decimal places
 * @param min smallest number; null if not limited
 * @param max largest number; null if not limited
 */
record Limits(
        int minLength,
        int maxLength,
        int maxBytes,
        int scale,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {

    boolean allow(BigDecimal number) {
        return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
    }

    String minText() {
        return min == null ? "…" : min.toPlainString();
    }

    String maxText() {
        return max == null ? "…" : max.toPlainString();
    }
}
