package jp.kenpo.gateway.content.qualification;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.kenpo.gateway.member.DistinctKeys;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.Pseudonym;

/**
 * What the events of one file say together. Takes some hundred bytes a household.
 *
 * <p>My Numbers are compared by a pseudonym under a key that lives as long as the reading: neither a number nor
 * anything that leads back to one is kept.
 */
final class History {

    private static final int KEY_BYTES = 32;

    private final MemberPseudonyms pseudonyms;
    private final MemberPseudonyms passing = new MemberPseudonyms(randomKey());
    private final Map<Pseudonym, Household> households = new LinkedHashMap<>();
    private final DistinctKeys numbers = new DistinctKeys();
    private final DistinctKeys numbersOfPersons = new DistinctKeys();
    private final DistinctKeys versions = new DistinctKeys();

    History(MemberPseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    private static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** Compares an event with those before it. */
    void take(QualificationEvent event, Complaint wrong) {
        Pseudonym person = pseudonyms.of(event.member().key());
        if (!versions.add(passing.of(new MemberIdentity(text(person), event.id(), "" + event.version(), "")))) {
            wrong.is(QualificationRule.EVENT_TWICE, CanonicalField.EVENT_ID);
        }
        if (event.type().begins()) {
            begins(event, person, wrong);
        } else if (event.type().ends()) {
            LocalDate lostOn = event.member().lostOn();
            if (lostOn != null) {
                household(event).ends(person, lostOn, event.type() == EventType.DEPENDANT_REMOVE);
            }
        }
    }

    private void begins(QualificationEvent event, Pseudonym person, Complaint wrong) {
        Validity validity = event.member().validity();
        boolean dependant = event.type() == EventType.DEPENDANT_ADD
                || (event.type() == EventType.KEY_CHANGE
                        && Boolean.TRUE.equals(event.member().dependant()));
        if (validity != null && validity.isPossible() && household(event).begins(person, validity, dependant, wrong)) {
            wrong.is(QualificationRule.OVERLAP, CanonicalField.ACQUIRED_ON);
        }
    }

    private Household household(QualificationEvent event) {
        MemberIdentity key = event.member().key();
        var insured = MemberIdentity.withBranch(key.insurerNumber(), key.symbol(), key.number(), "");
        return households.computeIfAbsent(pseudonyms.of(insured), each -> new Household());
    }

    /** Compares a My Number with those of other members. */
    void number(String myNumber, QualificationEvent event, Complaint wrong) {
        String person = text(pseudonyms.of(event.member().key()));
        boolean seen = !numbers.add(passing.of(new MemberIdentity("", "", myNumber, "")));
        boolean newPair = numbersOfPersons.add(passing.of(new MemberIdentity(person, "", myNumber, "")));
        if (seen && newPair && event.type() != EventType.KEY_CHANGE) {
            wrong.is(QualificationRule.MY_NUMBER_SHARED, CanonicalField.MY_NUMBER);
        }
    }

    private static String text(Pseudonym person) {
        return new UUID(person.high(), person.low()).toString();
    }

    void close() {
        households.values().forEach(Household::close);
    }
}
