package jp.kenpo.gateway.content;

import java.util.ArrayList;
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
 * @param myNumbers what may be My Numbers; not among the findings until somebody says what is agreed for them
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

    /** Returns the reading where every sighting of a My Number is an error: what holds unless something is agreed. */
    public Reading refusingMyNumbers() {
        return with(myNumbers.findings(), Severity.ERROR)
                .with(myNumbers.misdeclared(), Severity.ERROR)
                .with(myNumbers.declared(), Severity.ERROR);
    }

    /** Returns the reading where sightings are told as notes, since they are masked before the content leaves. */
    public Reading maskingMyNumbers() {
        return with(myNumbers.findings(), Severity.NOTE)
                .with(myNumbers.misdeclared(), Severity.ERROR)
                .with(myNumbers.declared(), Severity.NOTE);
    }

    /** Returns the reading where a sighting is a warning, unless it is in a column that is declared for it. */
    public Reading permittingMyNumbers() {
        return with(myNumbers.findings(), Severity.WARNING).with(myNumbers.misdeclared(), Severity.WARNING);
    }

    private Reading with(List<Finding> more, Severity severity) {
        List<Finding> all = new ArrayList<>(findings);
        more.stream().map(finding -> finding.as(severity)).forEach(all::add);
        return new Reading(
                counts,
                concerned,
                fields,
                all,
                errors + (severity == Severity.ERROR ? more.size() : 0),
                warnings + (severity == Severity.WARNING ? more.size() : 0),
                myNumbers);
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
