package jp.kenpo.gateway.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.member.MembersConcerned;

/**
 * The outcome of reading one payload.
 *
 * @param counts what was counted, by name: {@code receipts} or {@code records}, {@code lines}, {@code points} …
 * @param concerned the members concerned, as pseudonyms
 * @param fields the declared fields present, as {@code category.field}
 * @param findings the first findings, in the order of the file (at most 1,000 are kept)
 * @param errors number of findings of severity error, also of those not kept
 * @param warnings number of warnings, also of those not kept
 * @param myNumbers what may be My Numbers; not among the findings
 */
public record Reading(
        Map<String, Long> counts,
        MembersConcerned concerned,
        Set<String> fields,
        List<Finding> findings,
        long errors,
        long warnings,
        MyNumberSightings myNumbers) {

    public Reading {
        findings = List.copyOf(findings);
    }

    /** Returns whether the content is free of errors. */
    public boolean accepted() {
        return errors == 0;
    }

    /** Returns the number of records: receipts, documents, or rows. */
    public long records() {
        return counts.getOrDefault("receipts", counts.getOrDefault("records", 0L));
    }

    /** Returns the number of different members concerned. */
    public long members() {
        return concerned.count();
    }
}
