package jp.kenpo.gateway.content.employer;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item as a layout file declares it.
 *
 * @param name the heading that the item has where the gateway writes it
 * @param code 17 digits of the item (JLAC10); also a heading
 * @param headings other headings by which it is known; width, spaces, case and the form of brackets do not matter
 * @param neededFromAge age at the end of the fiscal year below which a missing value is nothing to ask for
 * @param oneOf name of a group of items of which one is enough
 * @param digits fixed number of digits
 * @param unit the unit in which the value is kept
 * @param units factor from another unit to that one
 * @param decimals digits after the point that are kept
 * @param codes labels by value of the code list
 * @param grades whether a single letter (a clinic's own grade) is no answer: {@code refused}
 */
public record ItemForm(
        String name,
        String field,
        @Nullable String code,
        @Nullable Set<String> headings,
        ItemType type,
        @Nullable Role role,
        Need need,
        @Nullable Integer neededFromAge,
        @Nullable String oneOf,
        @Nullable Integer digits,
        @Nullable String unit,
        @Nullable Map<String, String> units,
        @Nullable Integer decimals,
        @Nullable String min,
        @Nullable String max,
        @Nullable Integer maxLength,
        @Nullable Map<String, Set<String>> codes,
        @Nullable Grades grades) {

    /** What becomes of a clinic's own grade. */
    public enum Grades {
        REFUSED
    }
}
