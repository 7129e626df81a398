package jp.kenpo.gateway.content.receipt;

/**
 * Places of the items that checks look at: number of the item in the specification plus 2, for the prefix of three.
 */
final class Places {

    static final int MN_CONTROL_NO = 4;
    static final int MN_SEARCH_NO = 6;

    static final int IR_PREFECTURE = 5;
    static final int IR_FEE_TABLE = 6;
    static final int IR_PROVIDER = 7;
    static final int IR_CLAIM_MONTH = 10;

    static final int RE_TYPE = 5;
    static final int RE_TREATMENT_MONTH = 6;
    static final int RE_SEX = 8;
    static final int RE_BIRTH_DATE = 9;
    static final int RE_ADMISSION = 11;
    static final int RE_WARDS = 12;
    static final int RE_NOTES = 14;
    static final int RE_STATE = 40;

    /** The payer's number, in HO and in KO. */
    static final int PAYER_NUMBER = 4;

    static final int HO_SYMBOL = 5;
    static final int HO_NUMBER = 6;
    static final int KO_RECIPIENT = 5;
    /** 診療実日数 and 合計点数, in HO and in KO. */
    static final int PAYER_DAYS = 7;

    static final int PAYER_POINTS = 8;

    static final int SN_KIND = 4;
    static final int SN_CHECK = 5;
    static final int SN_INSURER = 6;
    static final int SN_SYMBOL = 7;
    static final int SN_NUMBER = 8;
    static final int SN_BRANCH = 9;

    static final int SY_CODE = 4;
    static final int SY_START = 5;
    static final int SY_MODIFIERS = 7;
    static final int SY_NAME = 8;

    static final int SJ_CLASS = 4;

    /** 診療識別, in SI, IY, TO and CO. */
    static final int ACT_CLASS = 4;

    /** 負担区分, in SI, IY, TO and CO. */
    static final int BURDEN = 5;

    /** 点数 and 回数, in SI, IY and TO. */
    static final int POINTS = 8;

    static final int TIMES = 9;
    static final int COMMENTS = 10;
    static final int COMMENTS_OF_MATERIAL = 14;

    static final int JY_ACTION = 4;
    static final int JY_TARGET = 5;
    static final int JY_NEW_LINE = 9;

    static final int EX_TRANSFER_TO = 4;

    static final int RC_CONTROL = 4;

    private Places() {}

    /** Returns the place of the comments of a service: three pairs of code and text. */
    static int comments(RecordId id) {
        return id == RecordId.TO ? COMMENTS_OF_MATERIAL : COMMENTS;
    }

    /** Returns the place of the first of the 31 days of a service. */
    static int days(RecordId id) {
        return comments(id) + 6;
    }
}
