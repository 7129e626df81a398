package jp.kenpo.gateway.content.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.mynumber.MyNumberMask;
import jp.kenpo.gateway.content.mynumber.Watch;

/** Counts which fields leave in a projection, and how many cells of each of the others were removed. */
final class FieldsLeft {

    private final Set<String> permitted;
    private final Set<String> left = new LinkedHashSet<>();
    private final Map<String, MyNumberMask> masks = new HashMap<>();
    private final Map<String, Long> removed = new LinkedHashMap<>();

    FieldsLeft(Set<String> permitted) {
        this.permitted = permitted;
    }

    boolean permits(Column column) {
        return column.permittedIn(permitted);
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

    /** Returns the text of a cell without My Numbers, and counts the cells that had some. */
    String masked(Column column, CharSequence cell) {
        String text = cell.toString();
        String masked = masks.computeIfAbsent(column.name(), name -> new MyNumberMask(name, column.watch()))
                .masked(text);
        if (!masked.equals(text)) {
            removed.merge(Watch.FIELD, 1L, Long::sum);
        }
        return masked;
    }

    Projected projected(long records) {
        return new Projected(records, Set.copyOf(left), Map.copyOf(removed));
    }
}
