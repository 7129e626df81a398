package jp.kenpo.gateway.content;

import java.util.Set;

/**
 * What a projection may let through.
 *
 * @param fields permitted fields, as {@code category.field}
 * @param maskMyNumber whether a My Number (個人番号) in a field that is not declared as one is masked so that it can't
 *     be recovered; else the bytes of permitted fields stay as they are
 * @param staying flags of which a set one keeps its row from leaving; only for a layout that declares them
 */
public record Permission(Set<String> fields, boolean maskMyNumber, Set<RowFlag> staying) {

    public Permission {
        fields = Set.copyOf(fields);
        staying = Set.copyOf(staying);
    }

    /** Permits every row. */
    public Permission(Set<String> fields, boolean maskMyNumber) {
        this(fields, maskMyNumber, Set.of());
    }

    /** Returns a permission for content in which the check found no My Number. */
    public static Permission of(Set<String> fields) {
        return new Permission(fields, false);
    }

    public boolean allows(String field) {
        return fields.contains(field);
    }
}
