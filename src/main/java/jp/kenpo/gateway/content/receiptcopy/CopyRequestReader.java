package jp.kenpo.gateway.content.receiptcopy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.message.EventMessage;
import jp.kenpo.gateway.content.message.MessagePart;
import jp.kenpo.gateway.content.receiptcopy.CopyRequest.RequestedCopy;

/** Reads a request out of its message; the request is of use only if there is no finding. */
final class CopyRequestReader {

    static final String TYPE = "jp.kenpo.receipts.copy-requested";

    /** An accident or a high-cost case has dozens of receipts; a month of a member's has few. */
    private static final int MOST = 1_000;

    private static final Pattern TRANSFER = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    private static final Pattern KEY = Pattern.compile("[0-9]{17,30}");
    private static final Pattern CASE = Pattern.compile("[A-Za-z0-9-]{1,30}");

    private final FindingCollector findings;

    CopyRequestReader(FindingCollector findings) {
        this.findings = findings;
    }

    /** Returns what the message requests; no receipts if it can't be read at all. */
    CopyRequest read(InputStream in) throws IOException {
        var bytes = EventMessage.bytes(in, findings);
        if (bytes.isEmpty()) {
            return new CopyRequest(List.of());
        }
        return EventMessage.tree(bytes.get(), findings).map(this::request).orElse(new CopyRequest(List.of()));
    }

    /** Returns what a message requests that is JSON at least. */
    CopyRequest request(JsonNode message) {
        MessagePart data = MessagePart.dataOf(message, TYPE, findings);
        data.allows(Set.of("case", "receipts"));
        data.required("case", CASE);
        List<RequestedCopy> receipts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (MessagePart part : data.objects("receipts", 1, MOST)) {
            RequestedCopy receipt = receipt(receipts.size() + 1, part);
            receipts.add(receipt);
            if (!seen.add(receipt.transfer() + receipt.key())) {
                part.wrong(CopyRule.RECEIPT_TWICE, part.at("receiptKey"));
            }
        }
        return new CopyRequest(receipts);
    }

    private static RequestedCopy receipt(int ordinal, MessagePart unnamed) {
        String key = unnamed.inRecord(RequestedCopy.label(ordinal, "")).required("receiptKey", KEY);
        MessagePart part = unnamed.inRecord(RequestedCopy.label(ordinal, key));
        part.allows(Set.of("transfer", "receiptKey"));
        return new RequestedCopy(ordinal, part.pointer(), part.required("transfer", TRANSFER), key);
    }
}
