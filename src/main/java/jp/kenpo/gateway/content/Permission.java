package jp.kenpo.gateway.content;

import java.util.Set;

/**
 * What a projection may let through.
 *
 * @param fields permitted fields, as {@code category.field}
 * @param maskMyNumber whether a My Number (個人番号) in a field that is not declared as one is masked so that it can't
 *     be recovered; else the bytes of permitted fields stay as they are
 */
public record Permission(Set<String> fields, boolean maskMyNumber) {

    public Permission {
        fields = Set.copyOf(fields);
    }

    /** Returns a permission for content in which the check found no My Number. */
    public static Permission of(Set<String> fields) {
        return new Permission(fields, false);
    }

    public boolean allows(String field) {
        return fields.contains(field);
    }
}
