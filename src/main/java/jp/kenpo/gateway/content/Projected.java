package jp.kenpo.gateway.content;

import java.util.Map;
import java.util.Set;

/**
 * What a projection did.
 *
 * @param records number of records (receipts, rows) written
 * @param left the fields that left, as {@code category.field}
 * @param removed how many lines or items of each field were removed, and under {@code my-number.number} how many
 *     numbers were masked; empty if the bytes are the same
 */
public record Projected(long records, Set<String> left, Map<String, Long> removed) {}
