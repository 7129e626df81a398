package jp.kenpo.gateway.content.receipt;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Notes which declared fields a file holds. */
final class FieldsSeen {

    private static final int[] NONE = {};

    private final KindFields layout;

    /** For each kind and record met: for each place with a field of its own, whether an item stood there. */
    private final Map<FileKind, Map<RecordId, boolean[]>> seen = new EnumMap<>(FileKind.class);

    FieldsSeen(KindFields layout) {
        this.layout = layout;
        for (var kind : FileKind.values()) {
            seen.put(kind, new EnumMap<>(RecordId.class));
        }
    }

    void see(FileKind kind, RecordId id, Line line) {
        var records = Objects.requireNonNull(seen.get(kind));
        boolean[] items = records.get(id);
        if (items == null) {
            items = new boolean[layout.of(kind).places(id).length];
            records.put(id, items);
        }
        int[] places = items.length == 0 ? NONE : layout.of(kind).places(id);
        for (int i = 0; i < places.length; i++) {
            items[i] |= line.has(places[i]);
        }
    }

    /** Returns the fields as {@code category.field}. */
    Set<String> fields() {
        var fields = new LinkedHashSet<String>();
        seen.forEach((kind, records) -> records.forEach((id, items) -> add(layout.of(kind), id, items, fields)));
        return fields;
    }

    private static void add(LayoutFields layout, RecordId id, boolean[] items, Set<String> fields) {
        layout.field(id).ifPresent(fields::add);
        int[] places = layout.places(id);
        for (int i = 0; i < places.length; i++) {
            if (items[i]) {
                layout.field(id, places[i]).ifPresent(fields::add);
            }
        }
    }
}
