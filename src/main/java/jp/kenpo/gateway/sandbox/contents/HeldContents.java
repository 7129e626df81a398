package jp.kenpo.gateway.sandbox.contents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.sandbox.agreed.AgreedLayout;
import jp.kenpo.gateway.sandbox.table.Subject;
import jp.kenpo.gateway.sandbox.table.TableFile;

/**
 * What the core system took in and names again: receipts that it sends back or has copied, checkup documents that it
 * passes on. Each is named by the transfer in which it came. Not thread-safe.
 */
public final class HeldContents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRANSFER_COLUMN = "授受番号";
    private static final String FILE_COLUMN = "ファイル名";

    private final HeldReceipts receipts = new HeldReceipts();
    private final HeldDocuments documents = new HeldDocuments();

    /**
     * Remembers a file that was taken in, if it is of a kind that is named again.
     *
     * @throws IOException if it can't be read
     */
    public void hold(Received file) throws IOException {
        boolean checkups = file.layout().kind().equals("checkup-archive")
                && file.layout().text().path("contents").asText().equals("checkup");
        if (file.origin().isEmpty()) {
            return;
        }
        if (file.layout().kind().equals("receipt-payer")) {
            receipts.add(file);
        } else if (checkups) {
            documents.add(file);
        }
    }

    /** Returns whether the rows of a layout name documents that are held. */
    boolean namesHeld(AgreedLayout layout) {
        List<String> names =
                layout.columns().stream().map(column -> column.name()).toList();
        return names.contains(TRANSFER_COLUMN) && names.contains(FILE_COLUMN);
    }

    /** Returns a table that names documents; nothing if none are held. */
    List<Made> named(Commission commission, Subjects subjects) {
        List<Subject> rows = new ArrayList<>();
        for (HeldDocuments.Held document : documents.latest(commission.rows())) {
            int member = subjects.find(document.symbol(), document.number(), document.branch());
            Map<String, String> known = new LinkedHashMap<>();
            known.put(TRANSFER_COLUMN, document.transfer());
            known.put(FILE_COLUMN, document.file());
            known.put("整理番号", "S" + commission.fileNumber() % 1_000_000 + "-" + (rows.size() + 1));
            known.put("続柄", document.branch().equals("01") ? "本人" : "家族");
            rows.add(subjects.subject(commission, member, rows.size() + 1, known));
        }
        return rows.isEmpty() ? List.of() : List.of(Made.unnamed(TableFile.of(commission.layout(), rows)));
    }

    /** Returns the message that selects receipts for re-examination; nothing if it answers no check. */
    List<Made> selection(Commission commission) throws IOException {
        Received check = commission.source();
        if (check == null || check.rows().isEmpty()) {
            return List.of();
        }
        ObjectNode event = Events.envelope(commission, "jp.kenpo.receipts.re-examination-selected");
        Selections.write(check, receipts, event.putObject("data"));
        return List.of(Made.unnamed(JSON.writeValueAsBytes(event)));
    }

    /** Returns the message that asks for the copy of a receipt; nothing if none are held. */
    List<Made> copyRequest(Commission commission) throws IOException {
        HeldReceipts.Held wanted = receipts.any(commission.fileNumber()).orElse(null);
        if (wanted == null) {
            return List.of();
        }
        ObjectNode event = Events.envelope(commission, "jp.kenpo.receipts.copy-requested");
        ObjectNode data = event.putObject("data");
        data.put("case", "JIKEN-" + commission.fileNumber());
        data.putArray("receipts")
                .addObject()
                .put("transfer", wanted.transfer())
                .put("receiptKey", wanted.receipt().key());
        return List.of(Made.unnamed(JSON.writeValueAsBytes(event)));
    }

    /** Returns how many receipts a file has that a counterparty got. */
    int receiptsIn(Received file) throws IOException {
        return ReceiptLines.in(file.file()).size();
    }
}
