package jp.kenpo.gateway.content.receipt;

import jp.kenpo.gateway.content.Severity;

/**
 * The rules that a receipt file of either side is checked against. The texts for people stand in
 * {@code messages/findings.properties} under {@link #id()}.
 *
 * <p>Sources: "format" is 記録条件仕様（医科用） and レセ電コード情報ファイル記録条件仕様 as far as public; "measured" is a rule
 * that held on every line of the payment fund's sample and of public claim files; "ours" has no other source.
 */
enum Rule {
    /** The file has no line. Ours: a month without receipts is announced, not delivered as nothing. */
    EMPTY_FILE("F00", Severity.ERROR),
    /** A byte that is no character of Shift_JIS. Format. */
    UNDECODABLE("F01", Severity.ERROR),
    /**
     * The end mark 0x1A is missing. Format. Some tools leave it out, so a reader that only wants the data would warn;
     * here it is an error, because a file that was cut off exactly after a line looks the same, and a receipt that is
     * missing at the end is not seen by any other rule.
     */
    END_MARK_MISSING("F02", Severity.ERROR),
    /** A quote or a control byte: the format has neither. Format. */
    FORBIDDEN_BYTE("F03", Severity.ERROR),
    /** The name of the file says another kind (医科, DPC, 歯科, 調剤) than its content. Measured. */
    KIND_DIFFERS("F04", Severity.ERROR),
    /** A line outside a receipt, or without the prefix of three numbers. Format. */
    OUTSIDE_RECEIPT("F05", Severity.ERROR),
    /** The insurer number is not the society's, and no transfer (振替・分割) explains it. Ours. */
    FOREIGN_INSURER("F06", Severity.ERROR),
    /** A claim file of a provider, without prefix: not what a society receives. Format. */
    PROVIDER_SIDE("F07", Severity.ERROR),
    /** A 検索番号 or レセプト管理番号 occurs a second time in the file. Measured. */
    RECEIPT_TWICE("F08", Severity.ERROR),
    /** The last line has no line end: the file was cut off inside it. Format. */
    LAST_LINE_CUT("F10", Severity.ERROR),
    /** A line ends with LF alone; told once a file. Format. */
    LINE_END("F11", Severity.ERROR),
    /** Bytes behind the end mark, which nobody would read. Format. */
    AFTER_END_MARK("F12", Severity.ERROR),
    /** A line longer than any record can be. Format: the sum of the widths stays below. */
    LINE_TOO_LONG("F13", Severity.ERROR),
    /** A character outside JIS X 0208, which only some makers' Shift_JIS has. Format, that writes ？ instead. */
    VENDOR_CHARACTER("F14", Severity.WARNING),
    /** The claim month is later than the month of the folder, or than today's if the folder names none. Ours. */
    CLAIM_AFTER_DELIVERY("F16", Severity.ERROR),
    /** The folder names another insurer number than the receipt. Measured, on the folders seen. */
    INSURER_OF_FOLDER("F17", Severity.ERROR),
    /** As F06 or F17, explained by a transfer of the receipt between insurers. Source: 2021-09-21 notice on 振替・分割. */
    TRANSFERRED("F18", Severity.WARNING),
    /** The receipt does not end with its management records {@code RC}: lines are missing. Measured. */
    RECEIPT_UNFINISHED("F19", Severity.ERROR),
    /** A claim file has one head first, one GO last, and all else between them. Format. */
    CLAIM_FRAME("F20", Severity.ERROR),
    /** 総件数 of GO is one for the insurer and one for each public payer of every receipt. Measured on 13 files. */
    CLAIM_COUNT("F21", Severity.ERROR),
    /** 総合計点数 of GO is the sum over the receipts, of the insurer or of the first public payer. Measured, 13 files. */
    CLAIM_POINTS("F22", Severity.ERROR),
    /** A file of the payer side where a provider's claim is expected. Format. */
    PAYER_SIDE("F23", Severity.ERROR),
    /** A file of returned receipts (返戻, HI to HG, .HEN or .SAH): between provider and fund, never a society's. Format. */
    RETURN_FILE("F24", Severity.ERROR),
    /**
     * As F02 on the provider side, where {@code GO} says that the file is whole. Measured: of four sets of public claim
     * files two have no end mark.
     */
    END_MARK_ABSENT("F25", Severity.WARNING),
    /** 点数表 is none that receipts have. Format. */
    UNKNOWN_KIND("F26", Severity.ERROR),
    /** One of several volumes: number and points are those of all volumes together, so they are not compared. Format. */
    ONE_VOLUME("F27", Severity.NOTE),

    /** Order of the records. Format. */
    ORDER("R01", Severity.ERROR),
    /** Line numbers run from 1 without a gap over all lines of a receipt. Measured. */
    LINE_NUMBER("R02", Severity.ERROR),
    /** Number of items. Format; the payer side always writes all. */
    ITEM_COUNT("R03", Severity.ERROR),
    /** An item holds characters that its type does not have. Format. */
    ITEM_TYPE("R04", Severity.ERROR),
    /** A receipt has a disease and a service. Format; the fund has let it pass, so a warning. */
    NOTHING_DONE("R05", Severity.WARNING),
    /** A correction (事由) points at a line that is not there, or lacks the new line. Measured. */
    CORRECTION_TARGET("R06", Severity.ERROR),
    /** Two management records {@code RC}, each a version and hex digits. Measured. */
    CONTROL_RECORDS("R07", Severity.WARNING),
    /** The treatment month is not before the claim month. Format; late claims are legal, early ones are not. */
    TREATMENT_MONTH("R08", Severity.WARNING),
    /** Birth, start of treatment or admission after the treatment month. Format. */
    DAY_AFTER_TREATMENT("R09", Severity.WARNING),
    /** The age does not fit the receipt type (レセプト種別). Format. */
    AGE_AND_TYPE("R10", Severity.WARNING),
    /** More days than the month has. Format. */
    DAYS_OF_MONTH("R11", Severity.WARNING),
    /** The days of a service add up to its times (回数). Measured; written since April 2012. */
    DAY_SUM("R12", Severity.ERROR),
    /** An item of joined codes is not a multiple of their length. Format. */
    JOINED_CODES("R13", Severity.ERROR),
    /** Items that belong together: 0000999 and a disease name, the class of SJ, comments in pairs. Format. */
    BELONG_TOGETHER("R14", Severity.WARNING),
    /** 負担区分 names a payer that the receipt does not have, or is no code. Format. */
    BURDEN_CLASS("R15", Severity.ERROR),
    /** 資格確認: branch of two digits, payer on the receipt, not before September 2021. Format. */
    ELIGIBILITY("R16", Severity.WARNING),
    /** Same provider, patient, treatment month and type as an earlier receipt of the file. Ours; reason 100019. */
    SAME_RECEIPT("R18", Severity.WARNING),
    /** The number of HO and KO does not fit the receipt type. Format. */
    PAYERS_AND_TYPE("R19", Severity.ERROR),
    /** A record id that nobody knows here; kept, counted and never sent on. Ours. */
    UNKNOWN_RECORD("R20", Severity.WARNING),
    /** An item that must be there is empty. Format. */
    ITEM_MISSING("R21", Severity.ERROR),
    /** An item is too long, or not as long as its fixed width. Format. */
    ITEM_LENGTH("R22", Severity.ERROR),
    /** Digits that are no day or month of the calendar. Format. */
    NO_DATE("R23", Severity.ERROR),
    /** 枝番号 of the prefix: 0, except in EX and in the second RC. Measured. */
    BRANCH_NUMBER("R24", Severity.ERROR),
    /** A record that a claim has once occurs again, or is missing. Format. */
    RECORD_COUNT("R25", Severity.ERROR),
    /** As R03, where the items of the record are inferred: the table may be wrong. Told once a file and record. */
    COUNT_UNCONFIRMED("R26", Severity.WARNING),
    /** As the rules about one item, where the items of the record are inferred. Told once a file and item. */
    ITEM_UNCONFIRMED("R27", Severity.WARNING),
    /** As R01, where the order is inferred: behind the payers of DPC, dental, pharmacy and nursing receipts. */
    ORDER_UNCONFIRMED("R28", Severity.WARNING),
    /** The first digit of レセプト種別 is not 点数表 of the provider. Format. */
    TYPE_OF_OTHER_KIND("R29", Severity.ERROR),
    /** 受診日等 (JD) stands for no payer or for each. Format. */
    DAYS_PER_PAYER("R30", Severity.WARNING),
    /** データ識別 is none of the table. Source: two public readers of レセ電コード情報ファイル. */
    DATA_ORIGIN("R31", Severity.WARNING),
    /** More items than the record has; on the provider side fewer are right. Format. */
    TOO_MANY_ITEMS("R32", Severity.ERROR),
    /** A record of which only the id is known: kept as it is, read by nobody. Told once a file and record. Ours. */
    PASSED_UNREAD("R33", Severity.NOTE),
    /** More lines in a row without 診療識別 than the format has. Format. */
    RUN_TOO_LONG("R34", Severity.WARNING),
    /** The code begins with the digit of another kind of code. Measured on all samples. */
    CODE_OF_RECORD("R35", Severity.WARNING),
    /** 再審査等申し出結果 (MK): データ識別, requester, result or reason is none of the tables. Source: two public readers. */
    REVIEW_RESULT("R36", Severity.WARNING),
    /** 返戻理由 (HR): class or reason code is none of the tables. Source: two public readers. */
    RETURN_REASON("R37", Severity.WARNING),

    /** Check digit of 保険者番号 and 公費負担者番号. Source: 昭和51年8月7日 保発45号. Numbers in use may break it. */
    INSURER_CHECK_DIGIT("N01", Severity.WARNING),
    /** Check digit of 医療機関コード. Measured on 97,024 codes. */
    INSTITUTION_CHECK_DIGIT("N02", Severity.WARNING),

    /** 合計点数 as claimed is the sum of points by times over the lines that the payer bears. Measured, 323 rows. */
    TOTAL_CLAIMED("T01", Severity.ERROR),
    /** 合計点数 as paid is the same sum after the fund's corrections. Measured on the corrected receipts. */
    TOTAL_PAID("T02", Severity.ERROR),
    /**
     * As T01 or T02 on receipts with lines from before an eligibility check, of an earlier round or of an organ donor,
     * and on DPC and dental receipts, where the sum is not proven to hold. Ours.
     */
    TOTAL_UNPROVEN("T03", Severity.WARNING),
    /** Pharmacy and nursing: what makes up the total is not published. Told once a file. Ours. */
    TOTAL_NOT_COMPUTED("T04", Severity.NOTE);

    private final String id;
    private final Severity severity;

    Rule(String id, Severity severity) {
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
