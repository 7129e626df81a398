package jp.kenpo.gateway.content.receipt;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The fields of a {@link ReceiptLayout} for each kind of receipts. */
final class KindFields {

    private final Map<FileKind, LayoutFields> kinds = new EnumMap<>(FileKind.class);

    KindFields(ReceiptLayout layout) {
        for (var kind : FileKind.values()) {
            kinds.put(kind, new LayoutFields(layout, kind));
        }
    }

    LayoutFields of(FileKind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }
}
