package jp.kenpo.gateway.content.receipt;

import java.util.Map;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;
import org.jspecify.annotations.Nullable;

/**
 * A layout of the claim files of providers.
 *
 * @param receipts kind of the receipts: medical, dpc, dental, pharmacy or nursing
 * @param records record id to field
 * @param items record id to item number to field, where an item belongs to another field than its record
 * @param recordsOf id of the layout of the payer side whose records and items this one carries
 */
public record ProviderReceiptForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        String receipts,
        @Nullable Map<String, String> records,
        @Nullable Map<String, Map<Integer, String>> items,
        @Nullable String recordsOf)
        implements LayoutForm {

    /** Returns records and items as the readers use them. */
    ReceiptLayout layout() {
        return ReceiptLayout.ofAllKinds(records == null ? Map.of() : records, items == null ? Map.of() : items);
    }

    FileKind receiptKind() {
        return FileKind.ofKey(receipts);
    }
}
