package jp.kenpo.gateway.content.reexamination;

import java.util.List;
import jp.kenpo.gateway.content.receipt.NamedReceipts;
import org.jspecify.annotations.Nullable;

/** The receipts for which the society requests a re-examination. Texts are full-width already. */
record Selection(List<SelectedReceipt> receipts) {

    /**
     * One receipt and what is requested of it.
     *
     * @param ordinal its place in the selection, from 1
     * @param pointer its place in the message, as a JSON pointer
     * @param transfer id of the transfer that it came in
     * @param key 検索番号
     * @param payerRef 整理番号; the 検索番号 where the society gave none
     * @param crossViewed 検索番号 of other receipts to be looked at with it (縦覧)
     */
    record SelectedReceipt(
            int ordinal,
            String pointer,
            String transfer,
            String key,
            String payerRef,
            List<Request> requests,
            List<String> crossViewed)
            implements NamedReceipts.Named {

        @Override
        public String label() {
            return Selection.label(ordinal, key);
        }
    }

    /**
     * One reason (理由) with its texts, dates and lines.
     *
     * @param date 理由年月日1: last day of the qualification, or end of the benefit period
     * @param recovered 理由年月日2: day on which the card was recovered
     * @param sendBackRef 返付依頼整理番号
     */
    record Request(
            String pointer,
            String reason,
            @Nullable String detail,
            @Nullable String note,
            @Nullable String freeText,
            @Nullable String date,
            @Nullable String recovered,
            @Nullable String sendBackRef,
            boolean contacted,
            List<Line> lines) {

        boolean hasTarget() {
            return lines.stream().anyMatch(Line::target);
        }
    }

    /**
     * A line of the receipt that a request points at.
     *
     * @param target whether the request is about it (対象); else it is only referred to (参照)
     */
    record Line(String pointer, int number, int branch, boolean target) {}

    static String label(int ordinal, String key) {
        return "receipt " + ordinal + (key.isEmpty() ? "" : " (" + key + ")");
    }
}
