package jp.kenpo.gateway.purpose;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** What a field (項目) is called. */
    public record Field(String name, String english) {}

    /** Returns the ids of the fields, as {@code category.field}. */
    public Set<String> fieldIds() {
        return fields.keySet().stream().map(each -> id + "." + each).collect(Collectors.toUnmodifiableSet());
    }
}
