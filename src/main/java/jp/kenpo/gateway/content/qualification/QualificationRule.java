package jp.kenpo.gateway.content.qualification;

import java.util.Arrays;
import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What an event must keep to before it is released for registration, and a result before it is taken. The texts stand in
 * {@code messages/qualification.properties} under the same ids.
 *
 * <p>No rule of the platform is published. Where no source is named, the rule is inferred from what institutions see, or
 * ours. What is compared with other events is compared within one file: the register itself is the core system's.
 */
enum QualificationRule {
    /** Source: the ministry's rule that filings carry the My Number, since 2023-06-01. */
    MY_NUMBER_MISSING("E01", Severity.ERROR),
    /** Source: the five items (漢字氏名・カナ氏名・生年月日・性別・住所) that a look-up in the resident register needs. */
    ITEM_MISSING("E02", Severity.ERROR),
    /** The same member has two qualifications on one day. */
    OVERLAP("E03", Severity.ERROR),
    /** A dependant is qualified on a day on which the insured person is not. */
    DEPENDANT_OUTSIDE("E04", Severity.ERROR),
    LOST_BEFORE_ACQUIRED("E05", Severity.ERROR),
    /** A loss without its day or its reason. */
    LOSS_INCOMPLETE("E06", Severity.ERROR),
    /** The insured person loses the qualification, a dependant of the file keeps it. */
    DEPENDANT_LEFT("E07", Severity.ERROR),
    /** Source: 健康保険法 第36条, 高齢者の医療の確保に関する法律 第52条: lost on the 75th birthday. */
    BEYOND_75("E08", Severity.ERROR),
    /** Source: 健康保険法 第36条, the day after the fact; the same day where another qualification begins on it. */
    LOSS_DAY("E09", Severity.WARNING),
    /** After a correction of birth date or sex the identity check is open again. */
    IDENTITY_NOT_RESET("E10", Severity.ERROR),
    /** A change of symbol or number without the old key, or with the same. */
    OLD_KEY_MISSING("E11", Severity.ERROR),
    /** The old key ends on another day than the new begins. */
    KEY_GAP("E12", Severity.ERROR),
    /** The same My Number stands with two members. */
    MY_NUMBER_SHARED("E13", Severity.ERROR),
    CERTIFICATE_OUTSIDE("E14", Severity.ERROR),
    /** Non-disclosure without the member's report that asks for it. */
    REPORT_MISSING("E15", Severity.ERROR),
    /** A cancellation or correction without the event that it is about. */
    REFERENCE_MISSING("E16", Severity.ERROR),
    /** The same version of an event of a member stands twice. */
    EVENT_TWICE("E17", Severity.ERROR),
    /** The insurer number is not one of the society. */
    FOREIGN_INSURER("E18", Severity.ERROR),
    BORN_AFTERWARDS("E19", Severity.ERROR),
    /** Without the day of receipt nobody sees the five days pass. */
    RECEIPT_MISSING("E20", Severity.WARNING),
    /** A change without the day from which it holds. */
    EVENT_DATE_MISSING("E21", Severity.ERROR),
    /** Source: five days from receipt, since 2023-06-01; how they are counted is inferred. */
    LATE("E22", Severity.WARNING),
    /** The third day has begun. Inferred. */
    ALMOST_LATE("E23", Severity.NOTE),
    /** The layout does not say what kind of event the code means. */
    EVENT_UNKNOWN("E24", Severity.ERROR),
    /** A class of the ceiling certificate with a band of the other kind. Inferred from their names. */
    LIMIT_UNFIT("E25", Severity.WARNING),
    /** Source: bands free of tax and specific diseases are registered upon an application; one source. */
    APPLICATION_MISSING("E26", Severity.WARNING),
    /** Source: 健康保険法 第74条: the share of the elderly begins in the month behind the one in which 70 is reached. */
    SHARE_TOO_EARLY("E27", Severity.WARNING),
    /** An incomplete filing has a second clock, from the day on which it was complete. Inferred. */
    SINCE_COMPLETE("E28", Severity.NOTE),
    /** The layout does not say what the code of a result means. */
    OUTCOME_UNKNOWN("E30", Severity.ERROR),
    /** Doubt without the items in doubt. */
    MISMATCH_UNKNOWN("E31", Severity.ERROR);

    private final String id;
    private final Severity severity;

    QualificationRule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }

    Finding finding(long line, @Nullable String record, @Nullable String field, Object... arguments) {
        List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Finding(severity, id, line, record, field, texts);
    }
}
