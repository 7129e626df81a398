package jp.kenpo.gateway.content.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import org.jspecify.annotations.Nullable;

/** The layout of one record whose values come by name, as in a message, and not by place. Thread-safe. */
public final class NamedRecord {

    private final RecordLayout layout;

    /** @param members the columns that name the member; null if none do */
    public NamedRecord(List<ColumnForm> columns, @Nullable MembersForm members, LayoutSurroundings surroundings) {
        this.layout = RecordForms.layout(columns, members, null, surroundings);
    }

    /** Begins the reading of one record. */
    public NamedRecordReading reading(RowObserver observer) {
        return new NamedRecordReading(layout, observer);
    }

    /**
     * What remains of a record when only the permitted fields stay.
     *
     * @param values the permitted values by column, masked if that is agreed
     */
    public record Remains(Map<String, String> values, Projected projected) {

        public Remains {
            values = Map.copyOf(values);
        }

        @Override
        public String toString() {
            return "Remains[masked]";
        }
    }

    /** Cuts a record down. */
    public Remains cut(Map<String, String> values, Permission permission) {
        var fields = new FieldsLeft(permission.fields());
        Map<String, String> kept = new LinkedHashMap<>();
        for (Column column : layout.columns()) {
            String value = values.get(column.name());
            if (value == null) {
                continue;
            }
            fields.see(column, value);
            if (fields.permits(column)) {
                kept.put(column.name(), permission.maskMyNumber() ? fields.masked(column, value) : value);
            }
        }
        return new Remains(kept, fields.projected(1));
    }
}
