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
 * @param held number of records held back, because their member is under non-disclosure (不開示)
 * @param leftOut number of records left out, because their member opted out (提供停止), or because
 *     nothing of them is permitted
 */
public record Projected(long records, Set<String> left, Map<String, Long> removed, long held, long leftOut) {

    /** Every record left. */
    public Projected(long records, Set<String> left, Map<String, Long> removed) {
        this(records, left, removed, 0, 0);
    }

    /** Returns the number of records that came: sent, left out and held. */
    public long recordsIn() {
        return records + leftOut + held;
    }
}
