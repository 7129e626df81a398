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
    /** The other of real and customary name (本名・通称). */
    OTHER_NAME_KANJI,
    OTHER_NAME_KANA,
    /** 被保険者氏名, with a dependant. */
    INSURED_NAME,
    SEX,
    BIRTH_DATE,
    POSTCODE,
    ADDRESS,
    ACQUIRED_ON,
    LOST_ON,
    LOSS_REASON,
    /** 証区分. */
    CARD_CLASS,
    CARD_ISSUED_ON,
    CERTIFICATE_FROM,
    CERTIFICATE_UNTIL,
    /** 一部負担金の割合. */
    CONTRIBUTION_RATIO,
    /** 限度額適用認定証の区分. */
    LIMIT_CLASS,
    /** 適用区分 (ア to オ, 現役並み, 一般, 低所得). */
    LIMIT_BAND,
    LIMIT_ISSUED_ON,
    LIMIT_FROM,
    LIMIT_UNTIL,
    /** 長期入院該当日. */
    LIMIT_LONG_TERM_ON,
    /** 特定疾病. */
    DISEASE,
    DISEASE_ISSUED_ON,
    DISEASE_FROM,
    DISEASE_UNTIL,
    /** 自己負担限度額. */
    DISEASE_SELF_PAY,
    ELDERLY_ISSUED_ON,
    ELDERLY_FROM,
    ELDERLY_UNTIL,
    /** 高齢受給者の一部負担金の割合. */
    ELDERLY_RATIO,
    /** 本人確認判定: 1 confirmed, 0 not confirmed. */
    IDENTITY_CHECK,
    /** The member's report that asks for non-disclosure. */
    REPORT_ID;

    /** Returns the name as it stands in a layout. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
