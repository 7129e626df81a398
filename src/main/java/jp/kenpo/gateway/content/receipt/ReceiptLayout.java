package jp.kenpo.gateway.content.receipt;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which field (項目) each record and item of a receipt file belongs to. What is not named here is not declared, and
 * never passes a projection.
 *
 * @param recordFields record id to {@code category.field}: {@code MN} to {@code receipt.management}
 * @param itemFields record id to item number to {@code category.field}, for the items that belong to another field
 *     than their record; the item number counts the record id as 1, as the specification does
 * @param itemsOfKind kind of receipts ({@code dpc}, {@code dental}, {@code pharmacy}, {@code nursing}) to record id to
 *     item number to {@code category.field}: where a kind has other items in a record, these stand for those above
 */
public record ReceiptLayout(
        Map<String, String> recordFields,
        Map<String, Map<Integer, String>> itemFields,
        Map<String, Map<String, Map<Integer, String>>> itemsOfKind) {

    public ReceiptLayout {
        recordFields = Map.copyOf(recordFields);
        itemFields = Map.copyOf(itemFields);
        itemsOfKind = Map.copyOf(itemsOfKind);
    }

    /** Returns a layout in which the items of all kinds are alike. */
    static ReceiptLayout ofAllKinds(Map<String, String> recordFields, Map<String, Map<Integer, String>> itemFields) {
        return new ReceiptLayout(recordFields, itemFields, Map.of());
    }

    /** Returns the field of a record; empty if the record is not declared. */
    public Optional<String> field(String recordId) {
        return Optional.ofNullable(recordFields.get(recordId));
    }

    /** Returns every declared field. */
    public Set<String> fields() {
        Set<String> fields = new HashSet<>(recordFields.values());
        itemFields.values().forEach(items -> fields.addAll(items.values()));
        itemsOfKind.values().forEach(records -> records.values().forEach(items -> fields.addAll(items.values())));
        return Set.copyOf(fields);
    }

    /** Returns the items of a record that belong to another field than the record, by their number. */
    Map<Integer, String> items(String kind, String recordId) {
        var own = itemsOfKind.getOrDefault(kind, Map.of()).get(recordId);
        return own == null ? itemFields.getOrDefault(recordId, Map.of()) : own;
    }
}
