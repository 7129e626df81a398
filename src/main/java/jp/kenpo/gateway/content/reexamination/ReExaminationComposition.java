package jp.kenpo.gateway.content.reexamination;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.receipt.NamedReceipts;
import jp.kenpo.gateway.content.reexamination.Selection.SelectedReceipt;

/**
 * Makes the request file (再審査等請求ファイル) of a selection: the received lines of each receipt byte for byte, its
 * control records included, and the request lines MD, RT and JR.
 *
 * <p>Each transfer that the selection names is read once, as a stream. Transfers follow the order of the selection,
 * receipts the order in which they came. Source: オンラインによる再審査等請求ファイルに係る記録条件仕様, as far as known.
 */
public final class ReExaminationComposition implements Composition {

    private static final byte END_MARK = 0x1A;
    private static final NamedReceipts.Rules RULES = new NamedReceipts.Rules(
            SelectionRule.TRANSFER_NOT_HELD, SelectionRule.RECEIPT_NOT_FOUND, SelectionRule.RECEIPT_NOT_UNIQUE);

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
        new NamedReceipts<SelectedReceipt>(RULES, findings)
                .copy(selection.receipts(), sources, receipt -> new RequestedReceipt(receipt, place, out, findings));
        out.write(END_MARK);
        return findings.kept();
    }
}
