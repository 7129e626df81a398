package jp.kenpo.gateway.content.receipt;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes which declared fields a file holds. */
final class FieldsSeen {

    private final KindFields layout;

    /** For each kind, the records met; null for the others. */
    private final Map<FileKind, @Nullable ItemsMet[]> met = new EnumMap<>(FileKind.class);

    private FileKind kind = FileKind.UNKNOWN;
    private @Nullable ItemsMet[] ofKind;

    FieldsSeen(KindFields layout) {
        this.layout = layout;
        for (var each : FileKind.values()) {
            met.put(each, new ItemsMet[RecordId.values().length]);
        }
        ofKind = Objects.requireNonNull(met.get(kind));
    }

    void see(FileKind kindOfLine, RecordId id, Line line) {
        if (kindOfLine != kind) {
            kind = kindOfLine;
            ofKind = Objects.requireNonNull(met.get(kind));
        }
        ItemsMet items = ofKind[id.index()];
        if (items == null) {
            items = new ItemsMet();
            ofKind[id.index()] = items;
        }
        items.first |= line.filledPlaces(true);
        items.others |= line.filledPlaces(false);
    }

    /** Returns the fields as {@code category.field}. */
    Set<String> fields() {
        var fields = new LinkedHashSet<String>();
        met.forEach((each, records) -> {
            for (var id : RecordId.values()) {
                ItemsMet items = records[id.index()];
                if (items != null) {
                    add(layout.of(each), id, items, fields);
                }
            }
        });
        return fields;
    }

    private static void add(LayoutFields layout, RecordId id, ItemsMet items, Set<String> fields) {
        layout.field(id).ifPresent(fields::add);
        for (int place : layout.places(id)) {
            if (items.has(place)) {
                layout.field(id, place).ifPresent(fields::add);
            }
        }
    }

    /** The places of one record where an item stood, as bits. */
    private static final class ItemsMet {
        private long first;
        private long others;

        boolean has(int place) {
            return (((place < Long.SIZE ? first : others) >>> place) & 1) != 0;
        }
    }
}
