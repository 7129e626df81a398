package jp.kenpo.gateway.content.table;

import java.util.Set;

/**
 * One declared column of a table.
 *
 * @param name header of the column, exactly as it must stand in the file
 * @param field what it holds, as {@code category.field}
 * @param required whether a cell must not be empty
 * @param minLength fewest characters of a cell that is not empty
 * @param maxLength most characters
 * @param maxBytes most bytes in the encoding of the table
 * @param codes the values allowed; empty if any
 */
public record Column(
        String name,
        String field,
        boolean required,
        ColumnType type,
        int minLength,
        int maxLength,
        int maxBytes,
        Set<String> codes) {

    public Column {
        codes = Set.copyOf(codes);
    }
}
