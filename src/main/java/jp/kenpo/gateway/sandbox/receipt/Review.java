package jp.kenpo.gateway.sandbox.receipt;

import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * What the society asked the payer fund to look at again, and what became of it (再審査).
 *
 * <p>Source: codes of 理由番号, 審査結果 and 返戻区分 as two public readers have them.
 *
 * @param reason number of the reason (理由番号)
 * @param detail detail of a reason that is about the care; empty for others
 * @param result 審査結果
 * @param upheldReason why the claim was upheld; empty if it was not
 */
record Review(String reason, String detail, int result, String upheldReason) {

    /** After the qualification was lost (資格喪失後の受診): the receipt goes back to its provider. */
    private static final Review RETURNED = new Review("100018", "", 101, "");

    private static final List<Review> ALL = List.of(
            RETURNED,
            new Review("100060", "100001", 102, "100010"),
            new Review("100060", "100002", 103, ""),
            new Review("100019", "", 104, ""));

    static Review of(Chance chance) {
        return chance.oneOf(ALL);
    }

    boolean isReturned() {
        return result == RETURNED.result;
    }
}
