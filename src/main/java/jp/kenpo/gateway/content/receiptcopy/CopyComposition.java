package jp.kenpo.gateway.content.receiptcopy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.receipt.NamedReceipts;
import jp.kenpo.gateway.content.receipt.ReceivedLine;
import jp.kenpo.gateway.content.receiptcopy.CopyRequest.RequestedCopy;

/**
 * Makes the file of the receipts that a request names: their received lines byte for byte, no other receipt. Each
 * transfer is read once, as a stream.
 */
public final class CopyComposition implements Composition {

    private static final byte END_MARK = 0x1A;
    private static final int RECEIPT_TYPE = 3;
    private static final NamedReceipts.Rules RULES = new NamedReceipts.Rules(
            CopyRule.TRANSFER_NOT_HELD, CopyRule.RECEIPT_NOT_FOUND, CopyRule.RECEIPT_NOT_UNIQUE);

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
        new NamedReceipts<RequestedCopy>(RULES, findings)
                .copy(wanted.receipts(), sources, receipt -> copy(receipt, out, findings));
        out.write(END_MARK);
        return findings.kept();
    }

    private NamedReceipts.Copy copy(RequestedCopy receipt, OutputStream out, FindingCollector findings) {
        return new NamedReceipts.Copy() {
            @Override
            public void take(ReceivedLine line) throws IOException {
                if (line.recordId().equals("RE") && !carries(line.item(RECEIPT_TYPE))) {
                    findings.add(CopyRule.KIND_NOT_AGREED.finding(receipt.label(), receipt.pointer() + "/receiptKey"));
                }
                line.copyTo(out);
            }

            @Override
            public void complete() {
                // a copy is whole with its last line
            }
        };
    }

    private boolean carries(String receiptType) {
        return kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.has(receiptType));
    }
}
