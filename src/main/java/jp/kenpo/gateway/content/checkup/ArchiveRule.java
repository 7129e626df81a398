package jp.kenpo.gateway.content.checkup;

import jp.kenpo.gateway.content.Severity;

/**
 * What a standard archive, the files in it and the headers of its documents must keep to. The texts stand in
 * {@code messages/checkup.properties} under the same ids; the figures before the letters are those of the rule set for
 * checkup files. "Archive", "checkup file" and "settlement file" specification are the parts of 電子的な標準様式 第4期.
 */
enum ArchiveRule {
    /** Source: archive specification Ver. 4. */
    ROOT_FOLDER("V01c"),
    /** Ours; the standard has ASCII names only. */
    UNSAFE_NAME("V01d"),
    /** Source: archive specification Ver. 4. */
    OTHER_FILE("V01f"),
    /** Source: archive specification Ver. 4. */
    UNKNOWN_PLACE("V01p"),
    /** Source: archive specification Ver. 4. */
    ARCHIVE_NAME("V02a"),
    /** Source: archive specification Ver. 4. */
    OTHER_SENDER("V02b"),
    /** Source: archive specification Ver. 4. */
    OTHER_RECEIVER("V02c"),
    /** Source: archive specification Ver. 4. */
    OTHER_KIND("V02d"),
    /** Source: archive specification Ver. 4. */
    NOT_FOR_SOCIETY("V02e"),
    /** Source: archive specification Ver. 4. */
    NO_INDEX("V03a"),
    /** Source: archive specification Ver. 4. */
    INDEX_COUNT("V03b"),
    /** Source: health-checkup rule set V03. */
    INDEX_IN_FUTURE("V03c"),
    /** Source: ix08 schema. */
    INDEX_VALUE("V03d"),
    /** Source: archive specification Ver. 4. */
    CLAIMS_MISSING("V04a"),
    /** Source: archive specification Ver. 4. */
    SUMMARY_MISSING("V04b"),
    /** Source: archive specification Ver. 4. */
    CLAIM_MISSING("V04c"),
    /** Source: archive specification Ver. 4. */
    DOCUMENT_MISSING("V04d"),
    /** Source: archive specification Ver. 4. */
    OTHER_PREFIX("V04e"),
    /** Source: archive specification Ver. 4. */
    NO_DOCUMENTS("V04f"),
    /** Ours. */
    OTHER_CONTENTS("V04g"),
    /** Source: archive specification Ver. 4. */
    FILE_NAME("V05a"),
    /** Source: archive specification Ver. 4. */
    FILE_INSTITUTION("V05b"),
    /** Source: archive specification Ver. 4. */
    FILE_DAY("V05c"),
    /** Source: archive specification Ver. 4. */
    FILE_KIND("V05d"),
    /** Source: archive specification Ver. 4. */
    SERIAL_TWICE("V05e"),
    /** Source: XML 1.0. */
    NOT_WELL_FORMED("V06a"),
    /** Ours. */
    DOCTYPE("V06b"),
    /** Source: checkup file specification. */
    NOT_UTF8("V06c"),
    /** Ours. */
    XML_LIMITS("V06d"),
    /** Source: official schema set. */
    SCHEMA("V06e"),
    /** Ours. */
    SCHEMA_ABSENT("V06f", Severity.NOTE),
    /** Source: namespace before the revision of 2021. */
    OLD_NAMESPACE("V06g", Severity.NOTE),
    /** Source: checkup file specification. */
    OTHER_ROOT("V06h"),
    /** Source: archive specification Ver. 4. */
    TOTAL("V07a"),
    /** Source: archive specification Ver. 4. */
    SUBJECTS("V07b"),
    /** Source: settlement file specification. */
    UNIT_AMOUNT("V07c"),
    /** Source: settlement file specification. */
    CLAIM_AMOUNT("V07d"),
    /** Source: settlement schema. */
    AMOUNT_FORM("V07e"),
    /** Source: OID table .1001. */
    CATEGORY("V08a"),
    /** Source: OID table .1002. */
    PROGRAM("V08b"),
    /** Source: OID table .1010. */
    SECTION("V08c"),
    /** Source: OID table .1104. */
    SEX("V08d"),
    /** Source: checkup file specification. */
    ID_ROOT("V08e"),
    /** Source: checkup file specification. */
    MISSING("V08f"),
    /** Source: checkup file specification; the length is inferred. */
    KANA("V08g", Severity.WARNING),
    /** Source: checkup file specification. */
    POSTAL_CODE("V08h", Severity.WARNING),
    /** Source: OID table .206. */
    QUALIFICATION("V08i"),
    /** Source: checkup file specification. */
    PAYER_FORM("V09a"),
    /** Source: checkup file specification. */
    OTHER_PAYER("V09b"),
    /** Source: checkup file specification: the insured person's number counts. */
    VOUCHER_PAYER("V09c", Severity.WARNING),
    /** Source: checkup file specification. */
    INSTITUTION_FORM("V10a"),
    /** Source: check digit of insurer numbers. */
    PAYER_CHECK_DIGIT("V11a"),
    /** Source: check digit of institution numbers, measured. */
    INSTITUTION_CHECK_DIGIT("V11b"),
    /** Source: checkup file specification. */
    VOUCHER_FORM("V12a"),
    /** Source: checkup file specification. */
    VOUCHER_EXPIRED("V12b"),
    /** Source: voucher number: fiscal year, type, serial. */
    VOUCHER_YEAR("V12c", Severity.WARNING),
    /** Source: checkup file specification. */
    VOUCHER_ROOT("V12d"),
    /** Source: checkup file specification. */
    BIRTH_FORM("V13a"),
    /** Source: health-checkup rule set V13. */
    BIRTH_AFTER("V13b"),
    /** Source: checkup file specification. */
    DAY_FORM("V13c"),
    /** Source: health-checkup rule set V13. */
    DAY_AFTER_FILE("V13d"),
    /** Source: checkup file specification. */
    FILE_DATE_FORM("V13e"),
    /** Source: health-checkup rule set V13. */
    FILE_IN_FUTURE("V13f"),
    /** Source: 高齢者の医療の確保に関する法律, in force since 2008-04-01. */
    DAY_TOO_EARLY("V13g"),
    /** Source: 高齢者の医療の確保に関する法律 第20条. */
    AGE("V13h", Severity.WARNING),
    /** Source: health-checkup rule set V15, inferred. */
    TWICE("V15", Severity.WARNING);

    private final String id;
    private final Severity severity;

    ArchiveRule(String id) {
        this(id, Severity.ERROR);
    }

    ArchiveRule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }
}
