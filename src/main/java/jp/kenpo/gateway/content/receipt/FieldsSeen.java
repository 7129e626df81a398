package jp.kenpo.gateway.content.receipt;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Notes which declared fields a file holds. */
final class FieldsSeen {

    private final LayoutFields layout;

    /** For each record met: for each place with a field of its own, whether an item stood there. */
    private final Map<RecordId, boolean[]> seen = new EnumMap<>(RecordId.class);

    FieldsSeen(LayoutFields layout) {
        this.layout = layout;
    }

    void see(RecordId id, Line line) {
        boolean[] items = seen.get(id);
        if (items == null) {
            items = new boolean[layout.places(id).length];
            seen.put(id, items);
        }
        if (items.length > 0) {
            seeItems(items, layout.places(id), line);
        }
    }

    private static void seeItems(boolean[] items, int[] places, Line line) {
        for (int i = 0; i < places.length; i++) {
            items[i] |= line.has(places[i]);
        }
    }

    /** Returns the fields as {@code category.field}. */
    Set<String> fields() {
        var fields = new LinkedHashSet<String>();
        seen.forEach((id, items) -> {
            layout.field(id).ifPresent(fields::add);
            int[] places = layout.places(id);
            for (int i = 0; i < places.length; i++) {
                if (items[i]) {
                    layout.field(id, places[i]).ifPresent(fields::add);
                }
            }
        });
        return fields;
    }
}
