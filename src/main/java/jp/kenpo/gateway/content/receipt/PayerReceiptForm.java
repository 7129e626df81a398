package jp.kenpo.gateway.content.receipt;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.reexamination.RequestPlace;
import org.jspecify.annotations.Nullable;

/**
 * A layout of receipts.
 *
 * @param records record id to field
 * @param items record id to item number to field, where an item belongs to another field than its record
 * @param recordsOf id of the layout whose records and items this one carries
 * @param composedFrom id of the layout of the request that the file is made of
 * @param requestLines where the request lines of a composed file stand
 */
public record PayerReceiptForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        @Nullable Map<String, String> records,
        @Nullable Map<String, Map<Integer, String>> items,
        @Nullable String recordsOf,
        @Nullable String composedFrom,
        @Nullable RequestPlace requestLines)
        implements LayoutForm {

    Map<String, String> recordFields() {
        return records == null ? Map.of() : records;
    }

    Map<String, Map<Integer, String>> itemFields() {
        return items == null ? Map.of() : items;
    }

    Set<String> fields() {
        Set<String> fields = new HashSet<>(recordFields().values());
        itemFields().values().forEach(items -> fields.addAll(items.values()));
        return Set.copyOf(fields);
    }
}
