package jp.kenpo.gateway.content;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outcome of reading one payload.
 *
 * @param counts what was counted, by name: {@code receipts} or {@code records}, {@code lines}, {@code points} …
 * @param members number of different members concerned
 * @param fields the declared fields present, as {@code category.field}
 * @param findings the first findings, in the order of the file (at most 1,000 are kept)
 * @param errors number of findings of severity error, also of those not kept
 * @param warnings number of warnings, also of those not kept
 */
public record Reading(
        Map<String, Long> counts,
        long members,
        Set<String> fields,
        List<Finding> findings,
        long errors,
        long warnings) {

    /** Returns whether the content is free of errors. */
    public boolean accepted() {
        return errors == 0;
    }

    /** Returns the number of records: receipts, or rows. */
    public long records() {
        return counts.getOrDefault("receipts", counts.getOrDefault("records", 0L));
    }
}
