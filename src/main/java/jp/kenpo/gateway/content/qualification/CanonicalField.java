package jp.kenpo.gateway.content.qualification;

import java.util.Locale;

/**
 * What a column of a registration file means to the gateway; in a layout in lower case with hyphens.
 *
 * <p>Source: the names that institutions see of what insurers register; the file of the insurers is not public.
 */
public enum CanonicalField {
    EVENT_ID,
    VERSION,
    EVENT_TYPE,
    /** The day of the fact (事実の発生日), or from which a change holds. */
    EVENT_DATE,
    /** Event that is cancelled or corrected. */
    REFERS_TO,
    FILING_ID,
    RECEIVED_ON,
    COMPLETE_ON,
    INSURER_NUMBER,
    SYMBOL,
    NUMBER,
    BRANCH,
    OLD_SYMBOL,
    OLD_NUMBER,
    OLD_BRANCH,
    MY_NUMBER,
    /** 本人 1, 家族 2. */
    PERSON_FAMILY,
    NAME_KANJI,
    NAME_KANA,
    SEX,
    BIRTH_DATE,
    POSTCODE,
    ADDRESS,
    ACQUIRED_ON,
    LOST_ON,
    LOSS_REASON,
    CERTIFICATE_FROM,
    CERTIFICATE_UNTIL,
    /** 本人確認判定: 1 confirmed, 0 not confirmed. */
    IDENTITY_CHECK,
    /** The member's report that asks for non-disclosure. */
    REPORT_ID;

    /** Returns the name as it stands in a layout. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
