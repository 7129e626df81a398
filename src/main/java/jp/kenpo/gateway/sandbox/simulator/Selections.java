package jp.kenpo.gateway.sandbox.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Makes the core system's message that selects receipts for re-examination (再審査): CloudEvents 1.0, JSON. */
public final class Selections {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** 診療内容に関するもの: needs a detail, and the detail the line that is meant. */
    private static final String CONTENT_REASON = "100060";

    private static final String EXCESSIVE = "100002";

    /**
     * The message and how many receipts it selects.
     *
     * @param json structured CloudEvents content
     */
    record Selection(String json, int receipts) {}

    private final Clock clock;

    /** Uses the clock for the time of the event. */
    public Selections(Clock clock) {
        this.clock = clock;
    }

    /**
     * Selects every receipt that a check result names.
     *
     * @param check id of the transfer that the result came in
     * @throws IOException if the result names a receipt that has not been taken in yet
     */
    Selection of(String check, Path result, ReceiptIndex index) throws IOException {
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", "selection-" + check);
        event.put("source", "core-system");
        event.put("type", "jp.kenpo.receipts.re-examination-selected");
        event.put("time", clock.instant().toString());
        event.put("datacontenttype", "application/json");
        ArrayNode receipts = event.putObject("data").putArray("receipts");
        List<String> rows = Files.readAllLines(result, WINDOWS_31J);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            select(receipts.addObject(), cells, index);
        }
        return new Selection(JSON.writeValueAsString(event), receipts.size());
    }

    private static void select(ObjectNode receipt, String[] cells, ReceiptIndex index) throws IOException {
        ReceiptIndex.Held held = index.find(cells[0]);
        if (held == null) {
            throw new IOException("a check result names a receipt that has not been taken in yet");
        }
        receipt.put("transfer", held.transfer());
        receipt.put("receiptKey", cells[0]);
        ObjectNode request = receipt.putArray("requests").addObject();
        request.put("reason", cells[1]);
        if (cells[1].equals(CONTENT_REASON) && held.contestable() != 0) {
            request.put("detail", EXCESSIVE);
            ObjectNode line = request.putArray("lines").addObject();
            line.put("line", held.contestable());
            line.put("branch", 0);
            line.put("target", true);
        }
        if (cells.length > 2 && !cells[2].isEmpty()) {
            request.put("note", cells[2]);
        }
        request.put("contacted", false);
        receipt.put("payerRef", cells[0]);
    }
}
