package jp.kenpo.gateway.sandbox.receipt;

import java.io.IOException;
import jp.kenpo.gateway.sandbox.society.Chance;

/** Writes receipts as a provider claims them, and the trailer that counts them. */
final class ClaimWriter {

    private static final int CLAIM = 1;
    private static final int NOT_CORRECTED = -1;

    private final RecordLines lines;
    private final HeadWriter head;
    private final PayerWriter payers;
    private final CareWriter care;

    ClaimWriter(RecordLines lines) {
        this.lines = lines;
        head = new HeadWriter(lines);
        payers = new PayerWriter(lines);
        care = new MedicalWriter(lines);
    }

    void write(Receipt receipt, Chance chance) throws IOException {
        lines.beginReceipt();
        head.header(receipt, chance);
        payers.insurer(receipt, CLAIM, receipt.points());
        payers.publicPayer(receipt, CLAIM, receipt.sharedPoints());
        payers.eligibility(receipt, chance);
        care.write(receipt, chance, NOT_CORRECTED);
    }

    /** GO: 総件数, 総合計点数, and 99 for the last volume. */
    void trailer(long items, long points) throws IOException {
        lines.beginReceipt();
        lines.begin(CLAIM, 0, "GO");
        lines.field(items).field(points).field(99).end();
    }
}
