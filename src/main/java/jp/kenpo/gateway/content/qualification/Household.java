package jp.kenpo.gateway.content.qualification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kenpo.gateway.member.Pseudonym;
import org.jspecify.annotations.Nullable;

/** What the events of one file say about an insured person and the dependants under the same symbol and number. */
final class Household {

    private final Map<Pseudonym, Qualified> members = new LinkedHashMap<>();

    /** A member's qualification so far, and where it stands in the file. */
    record Qualified(Validity validity, boolean dependant, Complaint place) {

        Qualified until(LocalDate lostOn) {
            return new Qualified(new Validity(validity.acquiredOn(), lostOn), dependant, place);
        }
    }

    private @Nullable LocalDate insuredLostOn;

    /** Takes the begin of a qualification and returns whether it overlaps the one before it. */
    boolean begins(Pseudonym person, Validity validity, boolean dependant, Complaint place) {
        Qualified before = members.put(person, new Qualified(validity, dependant, place));
        return before != null && before.validity().overlaps(validity);
    }

    /** Takes the loss of a qualification. */
    void ends(Pseudonym person, LocalDate lostOn, boolean dependant) {
        members.computeIfPresent(person, (key, qualified) -> qualified.until(lostOn));
        if (!dependant) {
            insuredLostOn = lostOn;
        }
    }

    /** Tells what does not fit between the insured person and the dependants. */
    void close() {
        Validity insured = members.values().stream()
                .filter(each -> !each.dependant())
                .map(Qualified::validity)
                .findFirst()
                .orElse(null);
        for (Qualified each : members.values()) {
            if (each.dependant()) {
                close(each, insured);
            }
        }
    }

    private void close(Qualified dependant, @Nullable Validity insured) {
        LocalDate lostOn = dependant.validity().lostOn();
        boolean left = insuredLostOn != null && (lostOn == null || lostOn.isAfter(insuredLostOn));
        if (left) {
            dependant.place().is(QualificationRule.DEPENDANT_LEFT, CanonicalField.LOST_ON);
        } else if (insured != null && !dependant.validity().isWithin(insured)) {
            dependant.place().is(QualificationRule.DEPENDANT_OUTSIDE, CanonicalField.ACQUIRED_ON);
        }
    }
}
