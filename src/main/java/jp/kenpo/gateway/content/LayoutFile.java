package jp.kenpo.gateway.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.reexamination.RequestPlace;
import jp.kenpo.gateway.content.table.Column;
import jp.kenpo.gateway.content.table.ColumnType;
import jp.kenpo.gateway.content.table.TableEncoding;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code config/layouts/}. What follows {@code source} belongs to some kinds only.
 *
 * @param source the specification or contract that the layout follows, for people
 * @param records record id to field, of a receipt file
 * @param items record id to item number to field, where an item belongs to another field than its record
 * @param recordsOf id of the layout whose records and items this one carries
 * @param composedFrom id of the layout of the request that the file is made of
 * @param requestLines where the request lines of a composed file stand
 */
record LayoutFile(
        String id,
        String category,
        Kind kind,
        Certainty certainty,
        String source,
        @Nullable Map<String, String> records,
        @Nullable Map<String, Map<Integer, String>> items,
        @Nullable String recordsOf,
        @Nullable String composedFrom,
        @Nullable RequestPlace requestLines,
        @Nullable TableEncoding encoding,
        @Nullable Header header,
        @Nullable List<ColumnEntry> columns) {

    /** The reader. */
    enum Kind {
        RECEIPT_PAYER("receipt-payer"),
        CSV("csv"),
        RE_EXAMINATION_SELECTION("re-examination-selection");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** Returns the keys that only some kinds have, and this one may. */
        Set<String> keys() {
            return switch (this) {
                case RECEIPT_PAYER -> Set.of("records", "items", "records-of", "composed-from", "request-lines");
                case CSV -> Set.of("encoding", "header", "columns");
                case RE_EXAMINATION_SELECTION -> Set.of();
            };
        }
    }

    /** How certain the layout is. */
    enum Certainty {
        VERIFIED("verified"),
        INFERRED("inferred"),
        SANDBOX("sandbox");

        private final String label;

        Certainty(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Whether the first line of a table names its columns: a table without is not supported. */
    enum Header {
        REQUIRED
    }

    /** One column of a table. */
    record ColumnEntry(
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

    /** Returns the keys of some kinds only that the file has, sorted. */
    Set<String> keysOfKinds() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("records", records);
        values.put("items", items);
        values.put("records-of", recordsOf);
        values.put("composed-from", composedFrom);
        values.put("request-lines", requestLines);
        values.put("encoding", encoding);
        values.put("header", header);
        values.put("columns", columns);
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Map<String, String> recordFields() {
        return records == null ? Map.of() : records;
    }

    Map<String, Map<Integer, String>> itemFields() {
        return items == null ? Map.of() : items;
    }

    List<ColumnEntry> columnEntries() {
        return columns == null ? List.of() : columns;
    }
}
