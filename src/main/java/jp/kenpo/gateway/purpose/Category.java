package jp.kenpo.gateway.purpose;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Data category (データ区分): a kind of data about people, and the fields that can be named in it.
 *
 * @param id for example {@code receipt}
 * @param specialCare whether it is special-care data as such. Source: 個人情報保護法 第2条3項
 * @param myNumber whether it may hold the My Number
 * @param fields names of the fields, by the part of their id behind the dot
 */
public record Category(
        String id, String name, String english, boolean specialCare, boolean myNumber, Map<String, Field> fields) {

    public Category {
        fields = Map.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a category without fields");
        }
    }

    /**
     * What a field (項目) is called.
     *
     * @param standsFor field of the same category in whose place it stands and of which it tells less, so that it may
     *     move wherever the notice names that field; null if none
     */
    public record Field(
            String name, String english, @Nullable String standsFor) {}

    /** Returns which field each of those stands for that stand for one, both as {@code category.field}. */
    Map<String, String> standIns() {
        return fields.entrySet().stream()
                .filter(each -> each.getValue().standsFor() != null)
                .collect(Collectors.toUnmodifiableMap(
                        each -> id + "." + each.getKey(),
                        each -> id + "." + each.getValue().standsFor()));
    }

    /** Returns the ids of the fields, as {@code category.field}. */
    public Set<String> fieldIds() {
        return fields.keySet().stream().map(each -> id + "." + each).collect(Collectors.toUnmodifiableSet());
    }
}
