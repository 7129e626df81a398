package jp.kenpo.gateway.content.reexamination;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.gateway.content.ByteLines;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.reexamination.Selection.SelectedReceipt;
import org.jspecify.annotations.Nullable;

/**
 * Makes the request file (再審査等請求ファイル) of a selection: the received lines of each receipt byte for byte, its
 * control records included, and the request lines MD, RT and JR.
 *
 * <p>Each transfer that the selection names is read once, as a stream. Transfers follow the order of the selection,
 * receipts the order in which they came. Source: オンラインによる再審査等請求ファイルに係る記録条件仕様, as far as known.
 */
public final class ReExaminationComposition implements Composition {

    private static final byte END_MARK = 0x1A;

    private final RequestPlace place;

    public ReExaminationComposition(RequestPlace place) {
        this.place = place;
    }

    @Override
    public List<Finding> compose(InputStream request, Sources sources, OutputStream out) throws IOException {
        var findings = new FindingCollector();
        Selection selection = new SelectionReader(findings).read(request);
        if (findings.errors() > 0) {
            return findings.kept();
        }
        for (var transfer : byTransfer(selection).entrySet()) {
            var source = open(sources, transfer.getKey());
            if (source.isPresent()) {
                try (InputStream in = source.get()) {
                    copy(in, transfer.getValue(), out, findings);
                }
            } else {
                transfer.getValue()
                        .values()
                        .forEach(receipt -> add(findings, SelectionRule.TRANSFER_NOT_HELD, receipt, "/transfer"));
            }
        }
        out.write(END_MARK);
        return findings.kept();
    }

    private static Map<String, Map<String, SelectedReceipt>> byTransfer(Selection selection) {
        Map<String, Map<String, SelectedReceipt>> byTransfer = new LinkedHashMap<>();
        for (SelectedReceipt receipt : selection.receipts()) {
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

    private void copy(
            InputStream in, Map<String, SelectedReceipt> selected, OutputStream out, FindingCollector findings)
            throws IOException {
        Map<String, SelectedReceipt> missing = new LinkedHashMap<>(selected);
        var lines = new ByteLines(in);
        @Nullable RequestedReceipt current = null;
        while (lines.next() && !new ReceiptLine(lines).isEndMark()) {
            var line = new ReceiptLine(lines);
            if (line.recordId().equals("MN")) {
                complete(current);
                current = begin(selected.get(line.searchNumber()), missing, out, findings);
            }
            if (current != null) {
                current.take(lines);
            }
        }
        complete(current);
        missing.values().forEach(receipt -> add(findings, SelectionRule.RECEIPT_NOT_FOUND, receipt, "/receiptKey"));
    }

    private @Nullable RequestedReceipt begin(
            @Nullable SelectedReceipt selected,
            Map<String, SelectedReceipt> missing,
            OutputStream out,
            FindingCollector findings) {
        if (selected == null) {
            return null;
        }
        if (missing.remove(selected.key()) == null) {
            add(findings, SelectionRule.RECEIPT_NOT_UNIQUE, selected, "/receiptKey");
        }
        return new RequestedReceipt(selected, place, out, findings);
    }

    private static void complete(@Nullable RequestedReceipt receipt) throws IOException {
        if (receipt != null) {
            receipt.complete();
        }
    }

    private static void add(FindingCollector findings, SelectionRule rule, SelectedReceipt receipt, String key) {
        findings.add(rule.finding(receipt.label(), receipt.pointer() + key));
    }
}
