package jp.kenpo.gateway.content.receipt;

/**
 * Places of the items that stand alike in receipts of every kind: number of the item in the specification plus 2, for
 * the prefix of three. For the others see {@link CheckedItem}.
 */
final class Places {

    /** 点数表, in the head of every kind: IR, UK, YK and HM. */
    static final int FEE_TABLE = 6;

    /** 負担者種別, in SN and JD. */
    static final int SN_KIND = 4;

    static final int SN_CHECK = 5;
    static final int SN_INSURER = 6;
    static final int SN_SYMBOL = 7;
    static final int SN_NUMBER = 8;
    static final int SN_BRANCH = 9;

    static final int SJ_CLASS = 4;

    static final int JY_ACTION = 4;
    static final int JY_TARGET = 5;
    static final int JY_NEW_LINE = 9;

    static final int EX_TRANSFER_TO = 4;

    static final int RC_CONTROL = 4;

    static final int MK_REQUESTER = 6;
    static final int MK_RESULT = 9;
    static final int MK_UPHELD = 11;

    static final int HR_CLASS = 5;
    static final int HR_REASON = 7;

    private Places() {}
}
