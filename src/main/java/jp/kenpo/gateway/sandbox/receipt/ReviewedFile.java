package jp.kenpo.gateway.sandbox.receipt;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/**
 * Medical receipts that come back from a re-examination, each with its result (再審査等結果).
 *
 * @param society whose members were treated
 * @param month month of treatment
 * @param receipts number of receipts, at least 1
 */
public record ReviewedFile(FictionalSociety society, YearMonth month, long seed, int receipts) {

    private static final long SEED = 0x5245564945L;

    /** @throws IllegalArgumentException if the number of receipts is below 1 */
    public ReviewedFile {
        if (receipts < 1) {
            throw new IllegalArgumentException("results are about at least 1 receipt, not " + receipts);
        }
    }

    /**
     * Writes the file; the stream is not closed.
     *
     * @return the number of receipts that go back to their providers
     */
    public int writeTo(OutputStream out) throws IOException {
        RecordLines lines = RecordLines.withPrefix(out);
        ReceiptWriter writer = new ReceiptWriter(ReceiptKind.MEDICAL, lines);
        Receipts source = new Receipts(ReceiptKind.MEDICAL, society, month, seed);
        int returned = 0;
        for (int index = 0; index < receipts; index++) {
            int member = index % society.members();
            Receipt receipt = source.next(member, society.member(member), index / society.members());
            Chance chance = Chance.of(seed, SEED, index);
            Review review = Review.of(chance);
            writer.write(receipt, chance, review);
            returned += review.isReturned() ? 1 : 0;
        }
        lines.endFile();
        return returned;
    }
}
