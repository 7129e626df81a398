package jp.kenpo.gateway.content.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.mynumber.Watch;

/** Counts which fields leave in a projection, and how many cells of each of the others were removed. */
final class FieldsLeft {

    private final Set<String> permitted;
    private final Set<String> left = new LinkedHashSet<>();
    private final Map<String, Long> removed = new LinkedHashMap<>();

    FieldsLeft(Set<String> permitted) {
        this.permitted = permitted;
    }

    void see(Column column, CharSequence cell) {
        if (column.type() == ColumnType.FILLER) {
            return;
        } else if (!column.permittedIn(permitted)) {
            removed.merge(column.field(), cell.isEmpty() ? 0L : 1L, Long::sum);
        } else if (!cell.isEmpty()) {
            left.add(column.field());
        }
    }

    /** Counts cells in which a My Number was masked. */
    void masked(long cells) {
        if (cells > 0) {
            removed.merge(Watch.FIELD, cells, Long::sum);
        }
    }

    Projected projected(long records) {
        return new Projected(records, Set.copyOf(left), Map.copyOf(removed));
    }
}
