package jp.kenpo.gateway.sandbox.contents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** The core system's message that selects receipts for re-examination (再審査): those that a check contested. */
final class Selections {

    /** 診療内容に関するもの: needs a detail, and the detail the line that is meant. */
    private static final String CONTENT_REASON = "100060";

    private static final String EXCESSIVE = "100002";

    private Selections() {}

    /**
     * Returns the data of the message.
     *
     * @throws IOException if the check names a receipt that has not been taken in yet
     */
    static void write(Received check, HeldReceipts held, ObjectNode data) throws IOException {
        ArrayNode receipts = data.putArray("receipts");
        for (Map<String, String> row : check.rows()) {
            String key = row.getOrDefault("検索番号", "");
            HeldReceipts.Held receipt = held.find(key)
                    .orElseThrow(
                            () -> new IOException("a check result names a receipt that has not been taken in yet"));
            select(receipts.addObject(), row, receipt);
        }
    }

    private static void select(ObjectNode selected, Map<String, String> row, HeldReceipts.Held held) {
        String reason = row.getOrDefault("理由コード", "");
        String note = row.getOrDefault("備考", "");
        selected.put("transfer", held.transfer());
        selected.put("receiptKey", held.receipt().key());
        ObjectNode request = selected.putArray("requests").addObject();
        request.put("reason", reason);
        if (reason.equals(CONTENT_REASON) && held.receipt().contestable() != 0) {
            request.put("detail", EXCESSIVE);
            ObjectNode line = request.putArray("lines").addObject();
            line.put("line", held.receipt().contestable());
            line.put("branch", 0);
            line.put("target", true);
        }
        if (!note.isEmpty()) {
            request.put("note", note);
        }
        request.put("contacted", false);
        selected.put("payerRef", held.receipt().key());
    }
}
