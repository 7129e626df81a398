package jp.kenpo.gateway.sandbox.receipt;

import java.io.IOException;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;

/** Writes one receipt as the payer fund (支払基金) delivers it: the group of lines from MN to RC. */
final class ReceiptWriter {

    private static final int CLAIM = 1;
    private static final int FUND = 2;

    private final RecordLines lines;
    private final FundWriter fund;
    private final HeadWriter head;
    private final PayerWriter payers;
    private final CareWriter care;

    ReceiptWriter(ReceiptKind kind, RecordLines lines) {
        this.lines = lines;
        fund = new FundWriter(lines);
        head = new HeadWriter(lines);
        payers = new PayerWriter(lines);
        care = careOf(kind, lines);
    }

    private static CareWriter careOf(ReceiptKind kind, RecordLines lines) {
        return switch (kind) {
            case MEDICAL -> new MedicalWriter(lines);
            case DPC -> new DpcWriter(lines);
            case DENTAL -> new DentalWriter(lines);
            case PHARMACY -> new PharmacyWriter(lines);
            case NURSING -> new NursingWriter(lines);
        };
    }

    /** Writes the receipt; what is left to chance falls by the given one. */
    void write(Receipt receipt, Chance chance) throws IOException {
        claim(receipt, chance);
        fund.control(receipt, chance);
    }

    /** Writes a receipt that comes back from a re-examination. */
    void write(Receipt receipt, Chance chance, Review review) throws IOException {
        claim(receipt, chance);
        new ReviewWriter(lines).write(receipt, review);
        fund.control(receipt, chance);
    }

    private void claim(Receipt receipt, Chance chance) throws IOException {
        lines.beginReceipt();
        fund.management(receipt);
        head.provider(receipt);
        head.header(receipt, chance);
        List<Correction> corrections = Correction.of(receipt, chance);
        int insurerLine = payers.insurer(receipt, CLAIM, receipt.points());
        int publicLine = payers.publicPayer(receipt, CLAIM, receipt.sharedPoints());
        payers.eligibility(receipt, chance);
        int corrected = corrections.isEmpty() ? -1 : corrections.get(0).unit();
        int correctedLine = care.write(receipt, chance, corrected);
        for (Correction correction : corrections) {
            correct(receipt, correction, insurerLine, publicLine, correctedLine);
        }
    }

    /** The corrected totals first, then a reason (JY) for each line that was replaced or deleted. */
    private void correct(Receipt receipt, Correction correction, int insurerLine, int publicLine, int correctedLine) {
        int insurerNow = payers.insurer(receipt, FUND, receipt.points() - correction.points());
        boolean shared = receipt.units().get(correction.unit()).shared();
        int publicNow = shared ? payers.publicPayer(receipt, FUND, receipt.sharedPoints() - correction.points()) : 0;
        int unitNow = correction.deletes() ? 0 : care.replacement(correction.replacement(receipt));
        fund.replaced(insurerLine, insurerNow, "");
        if (publicNow != 0) {
            fund.replaced(publicLine, publicNow, "");
        }
        if (correction.deletes()) {
            fund.deleted(correctedLine, "C");
        } else {
            fund.replaced(correctedLine, unitNow, "B");
        }
    }
}
