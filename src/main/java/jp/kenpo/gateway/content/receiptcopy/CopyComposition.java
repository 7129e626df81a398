package jp.kenpo.gateway.content.receiptcopy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.ByteLines;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.receiptcopy.CopyRequest.RequestedCopy;
import org.jspecify.annotations.Nullable;

/**
 * Makes the file of the receipts that a request names: their received lines byte for byte, no other receipt. Each
 * transfer is read once, as a stream.
 */
public final class CopyComposition implements Composition {

    private static final byte END_MARK = 0x1A;
    private static final int RECEIPT_TYPE = 3;

    private final Set<ReceiptClass> kinds;

    /** @param kinds the kinds that may be copied; empty for all */
    public CopyComposition(Set<ReceiptClass> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    @Override
    public List<Finding> compose(InputStream request, Sources sources, OutputStream out) throws IOException {
        var findings = new FindingCollector();
        CopyRequest wanted = new CopyRequestReader(findings).read(request);
        if (findings.errors() > 0) {
            return findings.kept();
        }
        for (var transfer : byTransfer(wanted).entrySet()) {
            Optional<InputStream> source = open(sources, transfer.getKey());
            if (source.isPresent()) {
                try (InputStream in = source.get()) {
                    copy(in, transfer.getValue(), out, findings);
                }
            } else {
                transfer.getValue()
                        .values()
                        .forEach(receipt -> add(findings, CopyRule.TRANSFER_NOT_HELD, receipt, "/transfer"));
            }
        }
        out.write(END_MARK);
        return findings.kept();
    }

    private static Map<String, Map<String, RequestedCopy>> byTransfer(CopyRequest request) {
        Map<String, Map<String, RequestedCopy>> byTransfer = new LinkedHashMap<>();
        for (RequestedCopy receipt : request.receipts()) {
            byTransfer
                    .computeIfAbsent(receipt.transfer(), id -> new LinkedHashMap<>())
                    .put(receipt.key(), receipt);
        }
        return byTransfer;
    }

    private static Optional<InputStream> open(Sources sources, String transfer) throws IOException {
        try {
            return Optional.of(sources.open(transfer));
        } catch (FileNotFoundException e) {
            // told to the core system as a finding: it named a transfer that can't be used
            return Optional.empty();
        }
    }

    private void copy(InputStream in, Map<String, RequestedCopy> wanted, OutputStream out, FindingCollector findings)
            throws IOException {
        Map<String, RequestedCopy> missing = new LinkedHashMap<>(wanted);
        var lines = new ByteLines(in);
        @Nullable RequestedCopy current = null;
        while (lines.next() && !CopyLine.isEndMark(lines)) {
            CopyLine line = CopyLine.of(lines);
            if (line.recordId().equals("MN")) {
                current = begin(wanted.get(line.searchNumber()), missing, findings);
            }
            if (current != null) {
                kind(line, current, findings);
                lines.copyLineTo(out);
            }
        }
        missing.values().forEach(receipt -> add(findings, CopyRule.RECEIPT_NOT_FOUND, receipt, "/receiptKey"));
    }

    private static @Nullable RequestedCopy begin(
            @Nullable RequestedCopy wanted, Map<String, RequestedCopy> missing, FindingCollector findings) {
        if (wanted != null && missing.remove(wanted.key()) == null) {
            add(findings, CopyRule.RECEIPT_NOT_UNIQUE, wanted, "/receiptKey");
        }
        return wanted;
    }

    private void kind(CopyLine line, RequestedCopy receipt, FindingCollector findings) {
        boolean named = line.recordId().equals("RE") && !kinds.isEmpty();
        if (named && kinds.stream().noneMatch(kind -> kind.has(line.item(RECEIPT_TYPE)))) {
            add(findings, CopyRule.KIND_NOT_AGREED, receipt, "/receiptKey");
        }
    }

    private static void add(FindingCollector findings, CopyRule rule, RequestedCopy receipt, String key) {
        findings.add(rule.finding(receipt.label(), receipt.pointer() + key));
    }
}
