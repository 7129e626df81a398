package jp.kenpo.gateway.content.receiptcopy;

import java.util.List;
import jp.kenpo.gateway.content.receipt.NamedReceipts;

/** Which receipts are to be copied. */
record CopyRequest(List<RequestedCopy> receipts) {

    CopyRequest {
        receipts = List.copyOf(receipts);
    }

    /**
     * One receipt.
     *
     * @param pointer JSON pointer to it in the message
     * @param transfer id of the transfer that it came in
     * @param key 検索番号
     */
    record RequestedCopy(int ordinal, String pointer, String transfer, String key) implements NamedReceipts.Named {

        @Override
        public String label() {
            return label(ordinal, key);
        }

        static String label(int ordinal, String key) {
            return "receipt " + ordinal + (key.isEmpty() ? "" : " (" + key + ")");
        }
    }
}
