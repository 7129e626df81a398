package jp.kenpo.gateway.content.receipt;

import java.util.Map;
import java.util.Optional;

/**
 * Which field (項目) each record and item of a receipt file belongs to. What is not named here is not declared, and
 * never passes a projection.
 *
 * @param recordFields record id to {@code category.field}: {@code MN} to {@code receipt.management}
 * @param itemFields record id to item number to {@code category.field}, for the items that belong to another field
 *     than their record; the item number counts the record id as 1, as the specification does
 */
public record ReceiptLayout(Map<String, String> recordFields, Map<String, Map<Integer, String>> itemFields) {

    public ReceiptLayout {
        recordFields = Map.copyOf(recordFields);
        itemFields = Map.copyOf(itemFields);
    }

    /** Returns the field of a record; empty if the record is not declared. */
    public Optional<String> field(String recordId) {
        return Optional.ofNullable(recordFields.get(recordId));
    }
}
