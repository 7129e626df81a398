package jp.kenpo.gateway.content.qualification;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks of one event by itself, before it is released. */
final class EventChecks {

    private final Set<String> insurerNumbers;
    private final LocalDate today;

    /** @param insurerNumbers those of the society */
    EventChecks(Set<String> insurerNumbers, LocalDate today) {
        this.insurerNumbers = insurerNumbers;
        this.today = today;
    }

    void check(QualificationEvent event, Complaint wrong) {
        if (!insurerNumbers.contains(event.member().key().insurerNumber())) {
            wrong.is(QualificationRule.FOREIGN_INSURER, CanonicalField.INSURER_NUMBER);
        }
        clock(event.clock(), wrong);
        if (event.type().refersToAnother()) {
            needs(event.refersTo(), QualificationRule.REFERENCE_MISSING, CanonicalField.REFERS_TO, wrong);
            return;
        }
        validity(event.member(), wrong);
        CertificateChecks.check(event, wrong);
        switch (event.type()) {
            case ACQUIRE, DEPENDANT_ADD -> acquisition(event, wrong);
            case LOSE, DEPENDANT_REMOVE -> loss(event, wrong);
            case KEY_CHANGE -> keyChange(event, wrong);
            case MY_NUMBER_CHANGE -> myNumber(event, wrong);
            case CERTIFICATE -> CertificateChecks.said(event.member(), wrong);
            case NONDISCLOSURE_ON, NONDISCLOSURE_OFF ->
                needs(event.reportId(), QualificationRule.REPORT_MISSING, CanonicalField.REPORT_ID, wrong);
            default -> change(event, wrong);
        }
    }

    private void clock(@Nullable RegistrationClock clock, Complaint wrong) {
        if (clock == null) {
            wrong.is(QualificationRule.RECEIPT_MISSING, CanonicalField.RECEIVED_ON);
            return;
        }
        switch (clock.state(today)) {
            case BREACHED -> late(QualificationRule.LATE, clock, wrong);
            case ALARM -> late(QualificationRule.ALMOST_LATE, clock, wrong);
            case RUNNING -> {
                // there is time
            }
        }
    }

    private void late(QualificationRule rule, RegistrationClock clock, Complaint wrong) {
        wrong.is(rule, CanonicalField.RECEIVED_ON, clock.day(today), clock.lastDay());
        clock.lastDaySinceComplete()
                .ifPresent(day -> wrong.is(QualificationRule.SINCE_COMPLETE, CanonicalField.COMPLETE_ON, day));
    }

    private static void needs(@Nullable Object value, QualificationRule rule, CanonicalField field, Complaint wrong) {
        if (value == null) {
            wrong.is(rule, field);
        }
    }

    private static void validity(MemberRecord member, Complaint wrong) {
        Validity validity = member.validity();
        if (validity == null) {
            return;
        }
        if (!validity.isPossible()) {
            wrong.is(QualificationRule.LOST_BEFORE_ACQUIRED, CanonicalField.LOST_ON);
        }
        LocalDate born = member.birthDate();
        if (born != null && born.isAfter(validity.acquiredOn())) {
            wrong.is(QualificationRule.BORN_AFTERWARDS, CanonicalField.BIRTH_DATE);
        }
    }

    private void acquisition(QualificationEvent event, Complaint wrong) {
        myNumber(event, wrong);
        MemberRecord member = event.member();
        item(member.names().kanji(), CanonicalField.NAME_KANJI, wrong);
        item(member.names().kana(), CanonicalField.NAME_KANA, wrong);
        item(member.birthDate(), CanonicalField.BIRTH_DATE, wrong);
        item(member.sex(), CanonicalField.SEX, wrong);
        item(member.address(), CanonicalField.ADDRESS, wrong);
        item(member.validity(), CanonicalField.ACQUIRED_ON, wrong);
        elderly(member, member.lostOn(), wrong);
    }

    private static void item(@Nullable Object value, CanonicalField field, Complaint wrong) {
        needs(value, QualificationRule.ITEM_MISSING, field, wrong);
    }

    private static void myNumber(QualificationEvent event, Complaint wrong) {
        if (!event.myNumber()) {
            wrong.is(QualificationRule.MY_NUMBER_MISSING, CanonicalField.MY_NUMBER);
        }
    }

    /** Who has reached 75 by today, or would while qualified, is no member from the birthday on. */
    private void elderly(MemberRecord member, @Nullable LocalDate lostOn, Complaint wrong) {
        member.elderlyFrom()
                .filter(day -> lostOn == null ? !today.isBefore(day) : lostOn.isAfter(day))
                .ifPresent(day -> wrong.is(QualificationRule.BEYOND_75, CanonicalField.LOST_ON));
    }

    private void loss(QualificationEvent event, Complaint wrong) {
        MemberRecord member = event.member();
        LocalDate lostOn = member.lostOn();
        needs(lostOn, QualificationRule.LOSS_INCOMPLETE, CanonicalField.LOST_ON, wrong);
        needs(member.lossReason(), QualificationRule.LOSS_INCOMPLETE, CanonicalField.LOSS_REASON, wrong);
        if (lostOn == null) {
            return;
        }
        elderly(member, lostOn, wrong);
        LocalDate fact = event.on();
        boolean birthday = member.elderlyFrom().filter(lostOn::equals).isPresent();
        if (fact != null && !birthday && !lostOn.equals(fact.plusDays(1)) && !lostOn.equals(fact)) {
            wrong.is(QualificationRule.LOSS_DAY, CanonicalField.LOST_ON);
        }
    }

    private static void keyChange(QualificationEvent event, Complaint wrong) {
        if (event.oldKey() == null || event.oldKey().equals(event.member().key())) {
            wrong.is(QualificationRule.OLD_KEY_MISSING, CanonicalField.OLD_NUMBER);
        }
        LocalDate from = event.on();
        needs(from, QualificationRule.EVENT_DATE_MISSING, CanonicalField.EVENT_DATE, wrong);
        Validity validity = event.member().validity();
        if (from != null && validity != null && !validity.acquiredOn().equals(from)) {
            wrong.is(QualificationRule.KEY_GAP, CanonicalField.ACQUIRED_ON);
        }
    }

    private static void change(QualificationEvent event, Complaint wrong) {
        MemberRecord member = event.member();
        needs(event.on(), QualificationRule.EVENT_DATE_MISSING, CanonicalField.EVENT_DATE, wrong);
        switch (event.type()) {
            case CHANGE_NAME -> {
                item(member.names().kanji(), CanonicalField.NAME_KANJI, wrong);
                item(member.names().kana(), CanonicalField.NAME_KANA, wrong);
            }
            case CHANGE_ADDRESS -> item(member.address(), CanonicalField.ADDRESS, wrong);
            case CHANGE_SEX -> correction(member, member.sex(), CanonicalField.SEX, wrong);
            case CHANGE_BIRTH_DATE -> correction(member, member.birthDate(), CanonicalField.BIRTH_DATE, wrong);
            default -> throw new IllegalStateException("no change: " + event.type());
        }
    }

    private static void correction(MemberRecord member, @Nullable Object value, CanonicalField field, Complaint wrong) {
        item(value, field, wrong);
        if (!Boolean.FALSE.equals(member.identityConfirmed())) {
            wrong.is(QualificationRule.IDENTITY_NOT_RESET, CanonicalField.IDENTITY_CHECK);
        }
    }
}
