package jp.kenpo.gateway.content.receipt;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A {@link ReceiptLayout} by record and place in the line, for one kind of receipts. */
final class LayoutFields {

    private static final int PLACE_OF_ITEM_1 = Line.RECORD_ID;

    private final Map<RecordId, String> records = new EnumMap<>(RecordId.class);
    private final Map<RecordId, Map<Integer, String>> items = new EnumMap<>(RecordId.class);
    private final Map<RecordId, int[]> places = new EnumMap<>(RecordId.class);

    LayoutFields(ReceiptLayout layout, FileKind kind) {
        for (var id : RecordId.values()) {
            layout.field(id.name()).ifPresent(field -> records.put(id, field));
            var ofRecord = layout.items(kind.key(), id.name());
            items.put(id, ofRecord);
            places.put(
                    id,
                    ofRecord.keySet().stream()
                            .mapToInt(item -> item - 1 + PLACE_OF_ITEM_1)
                            .sorted()
                            .toArray());
        }
    }

    /** Returns the places of a record whose items belong to a field of their own. */
    int[] places(RecordId id) {
        return places.getOrDefault(id, new int[0]);
    }

    /** Returns the field of a record. */
    Optional<String> field(RecordId id) {
        return Optional.ofNullable(records.get(id));
    }

    /** Returns the field of the item at a place: its own, or its record's. */
    Optional<String> field(RecordId id, int place) {
        String own = items.getOrDefault(id, Map.of()).get(place - PLACE_OF_ITEM_1 + 1);
        return own == null ? field(id) : Optional.of(own);
    }
}
