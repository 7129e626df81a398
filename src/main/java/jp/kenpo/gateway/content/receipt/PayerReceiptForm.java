package jp.kenpo.gateway.content.receipt;

import java.util.Map;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.reexamination.RequestPlace;
import org.jspecify.annotations.Nullable;

/**
 * A layout of receipts.
 *
 * @param records record id to field
 * @param items record id to item number to field, where an item belongs to another field than its record
 * @param itemsOfKind kind of receipts (dpc, dental, pharmacy, nursing) to record id to item number to field, where the
 *     record of that kind has other items; these stand for those under {@code items}
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
        @Nullable Map<String, Map<String, Map<Integer, String>>> itemsOfKind,
        @Nullable String recordsOf,
        @Nullable String composedFrom,
        @Nullable RequestPlace requestLines)
        implements LayoutForm {

    /** Returns records and items as the readers use them. */
    ReceiptLayout layout() {
        return new ReceiptLayout(
                records == null ? Map.of() : records,
                items == null ? Map.of() : items,
                itemsOfKind == null ? Map.of() : itemsOfKind);
    }

    boolean namesItems() {
        return items != null || itemsOfKind != null;
    }
}
