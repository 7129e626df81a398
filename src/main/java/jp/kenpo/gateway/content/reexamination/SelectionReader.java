package jp.kenpo.gateway.content.reexamination;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.message.EventMessage;
import jp.kenpo.gateway.content.message.MessagePart;
import jp.kenpo.gateway.content.reexamination.Selection.Line;
import jp.kenpo.gateway.content.reexamination.Selection.Request;
import jp.kenpo.gateway.content.reexamination.Selection.SelectedReceipt;
import org.jspecify.annotations.Nullable;

/** Reads a selection out of its message and checks it; the selection is of use only if there is no finding. */
final class SelectionReader {

    static final String TYPE = "jp.kenpo.receipts.re-examination-selected";

    private static final Pattern TRANSFER = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    private static final Pattern KEY = Pattern.compile("[0-9]{17,30}");
    private static final Pattern PAYER_REF = Pattern.compile("[0-9]{1,17}");
    private static final Pattern SEND_BACK_REF = Pattern.compile("[0-9]{1,30}");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,1000}");

    private final FindingCollector findings;

    SelectionReader(FindingCollector findings) {
        this.findings = findings;
    }

    /** Returns what the message selects; no receipts if it can't be read at all. */
    Selection read(InputStream in) throws IOException {
        var bytes = EventMessage.bytes(in, findings);
        if (bytes.isEmpty()) {
            return new Selection(List.of());
        }
        return EventMessage.tree(bytes.get(), findings).map(this::selection).orElse(new Selection(List.of()));
    }

    Selection selection(JsonNode message) {
        MessagePart data = MessagePart.dataOf(message, TYPE, findings);
        data.allows(Set.of("receipts"));
        List<SelectedReceipt> receipts = new ArrayList<>();
        for (MessagePart part : data.objects("receipts", 1, 10_000)) {
            receipts.add(receipt(receipts.size() + 1, part));
        }
        var selection = new Selection(List.copyOf(receipts));
        new SelectionChecks(findings).check(selection);
        return selection;
    }

    private SelectedReceipt receipt(int ordinal, MessagePart unnamed) {
        String key = unnamed.inRecord(Selection.label(ordinal, "")).required("receiptKey", KEY);
        MessagePart part = unnamed.inRecord(Selection.label(ordinal, key));
        part.allows(Set.of("transfer", "receiptKey", "requests", "payerRef", "crossViewed"));
        List<Request> requests = new ArrayList<>();
        for (MessagePart request : part.objects("requests", 1, 99)) {
            requests.add(request(request));
        }
        return new SelectedReceipt(
                ordinal,
                part.pointer(),
                part.required("transfer", TRANSFER),
                key,
                payerRef(part, key),
                List.copyOf(requests),
                List.copyOf(part.texts("crossViewed", 99, KEY)));
    }

    private static String payerRef(MessagePart part, String key) {
        String ref = part.optional("payerRef", PAYER_REF);
        if (ref == null && key.length() > 17) {
            part.wrong(SelectionRule.PAYER_REF_MISSING, part.at("payerRef"));
        }
        return ref == null ? key : ref;
    }

    private static Request request(MessagePart part) {
        part.allows(Set.of(
                "reason", "detail", "note", "freeText", "date", "recovered", "sendBackRef", "contacted", "lines"));
        List<Line> lines = new ArrayList<>();
        for (MessagePart line : part.objects("lines", 0, 999)) {
            lines.add(line(line));
        }
        return new Request(
                part.pointer(),
                part.required("reason", CODE),
                part.optional("detail", CODE),
                fullWidth(part, "note", 200),
                fullWidth(part, "freeText", 500),
                part.optional("date", DAY),
                part.optional("recovered", DAY),
                part.optional("sendBackRef", SEND_BACK_REF),
                part.flag("contacted", false),
                List.copyOf(lines));
    }

    private static Line line(MessagePart part) {
        part.allows(Set.of("line", "branch", "target"));
        return new Line(
                part.pointer(),
                part.number("line", 1, 99_999, null),
                part.number("branch", 0, 999, 0),
                part.flag("target", true));
    }

    private static @Nullable String fullWidth(MessagePart part, String key, int maxBytes) {
        String text = part.optional(key, TEXT);
        if (text == null) {
            return null;
        }
        String wide = FullWidth.of(text);
        int wrongSign = FullWidth.firstNotRecordable(wide);
        if (wrongSign > 0) {
            part.wrong(SelectionRule.TEXT_NOT_RECORDABLE, part.at(key), wrongSign);
        }
        int bytes = wide.getBytes(FullWidth.WINDOWS_31J).length;
        if (bytes > maxBytes) {
            part.wrong(SelectionRule.TEXT_TOO_LONG, part.at(key), maxBytes / 2, wide.length());
        }
        return wide;
    }
}
