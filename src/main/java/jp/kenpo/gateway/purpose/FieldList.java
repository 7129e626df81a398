package jp.kenpo.gateway.purpose;

import java.util.Set;

/**
 * The fields that a purpose or an agreement names.
 *
 * @param closed whether the list is exact (no など in the notice): nothing beyond it may be agreed
 * @param all data categories of which every declared field is meant
 * @param fields single fields, written {@code category.field}
 */
public record FieldList(boolean closed, Set<String> all, Set<String> fields) {

    public FieldList {
        all = Set.copyOf(all);
        fields = Set.copyOf(fields);
    }

    /** Returns whether the field {@code category.field} is in the list. */
    public boolean contains(String field) {
        int dot = field.indexOf('.');
        return fields.contains(field) || (dot > 0 && all.contains(field.substring(0, dot)));
    }
}
