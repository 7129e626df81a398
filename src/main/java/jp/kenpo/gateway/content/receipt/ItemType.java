package jp.kenpo.gateway.content.receipt;

/**
 * The types of items (モード) and the bytes that each accepts. Source: 記録条件仕様, 記録形式.
 */
enum ItemType {
    /** 数字. */
    N(ShiftJis.DIGIT),
    /** 数字 with decimals. */
    ND(ShiftJis.DIGIT | ShiftJis.POINT),
    /** Day, western (8 digits) or with an era (7 digits). */
    DATE(ShiftJis.DIGIT),
    /** Month, western (6 digits) or with an era (5 digits). */
    MONTH(ShiftJis.DIGIT),
    /** 英数. */
    A(ShiftJis.DIGIT | ShiftJis.POINT | ShiftJis.LETTER),
    /** 漢字: full-width only. */
    K(ShiftJis.WIDE | ShiftJis.VENDOR),
    /** Either 英数 or 漢字, never mixed in one item. */
    AK(A.accepted | K.accepted),
    /** Not published: any character. */
    ANY(A.accepted | K.accepted | ShiftJis.KANA);

    /** Decided by rules of their own, so that a byte is not reported twice. */
    private static final int REPORTED_ELSEWHERE = ShiftJis.UNDECODABLE | ShiftJis.FORBIDDEN;

    private final int accepted;

    ItemType(int accepted) {
        this.accepted = accepted;
    }

    boolean accepts(int kinds) {
        if ((kinds & ~(accepted | REPORTED_ELSEWHERE)) != 0) {
            return false;
        }
        return this != AK || (kinds & A.accepted) == 0 || (kinds & K.accepted) == 0;
    }

    /** Returns the kinds of bytes that {@link #accepts} has to be asked for, or that the item needs another look for. */
    int doubtful() {
        if (isDate()) {
            return ShiftJis.KINDS;
        }
        return ShiftJis.KINDS & ~((this == AK ? A.accepted : accepted) | REPORTED_ELSEWHERE);
    }

    /** As {@link #doubtful}, for an item that is 漢字 where it could be 英数 as well. */
    int doubtfulIfWide() {
        return this == AK ? K.doubtful() : doubtful();
    }

    boolean isDate() {
        return this == DATE || this == MONTH;
    }

    /** Returns how much shorter the form with an era is. */
    int eraShortens() {
        return isDate() ? 1 : 0;
    }
}
