package jp.kenpo.gateway.content.reexamination;

import jp.kenpo.gateway.content.message.PointedRule;

/**
 * What a selection and a request file must keep to; every breach is an error. The texts stand in
 * {@code messages/selection.properties} under the same ids.
 *
 * <p>They follow the specification of the request file
 * (オンラインによる再審査等請求ファイルに係る記録条件仕様), known from two public readers of it; the classes of reasons
 * from one.
 */
enum SelectionRule implements PointedRule {
    UNKNOWN_REASON("S20"),
    /** The requests of one receipt belong to one class (原票種別). */
    MIXED_CLASSES("S21"),
    /** 理由番号補足 must be recorded for 100024 and 100048. */
    NOTE_MISSING("S22"),
    /** フリー入力 must be recorded for detail 199999. */
    FREE_TEXT_MISSING("S23"),
    UNKNOWN_DETAIL("S24"),
    /** Details 100001 to 100008 need a target line. */
    TARGET_MISSING("S25"),
    /** 100023 needs the end of the benefit period; the day of recovery needs the day of the loss. */
    DATE_MISSING("S26"),
    /** 返付依頼整理番号 must be recorded for 100025 and 100052. */
    SEND_BACK_REF_MISSING("S27"),
    PAYER_REF_TWICE("S28"),
    RECEIPT_TWICE("S29"),
    /** Items of kind 漢字 hold JIS X 0208 only. */
    TEXT_NOT_RECORDABLE("S30"),
    TEXT_TOO_LONG("S31"),
    /** Without a number of its own the 検索番号 stands for the 整理番号, which has 17 digits at most. */
    PAYER_REF_MISSING("S32"),
    LINE_TWICE("S33"),
    TRANSFER_NOT_HELD("Q01"),
    RECEIPT_NOT_FOUND("Q02"),
    LINE_NOT_FOUND("Q03"),
    /** A request must not point at a line that a JY record replaced or deleted. */
    LINE_CORRECTED("Q04"),
    /** Targets are SI, IY, TO lines; references also SY and CO. */
    LINE_NOT_ALLOWED("Q05"),
    /** Details 100007 and 100008 concern a drug. */
    DRUG_MISSING("Q06"),
    RECEIPT_NOT_UNIQUE("Q07");

    private final String id;

    SelectionRule(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
