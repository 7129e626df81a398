package jp.kenpo.gateway.sandbox.receipt;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/**
 * The claims of one hospital for a month (診療報酬請求, {@code RECEIPTC.UKE}), as a provider sends them to the payer
 * fund: IR, the receipts without prefix, GO with their number and points.
 *
 * <p>Source: 記録条件仕様（医科用） April 2022.
 *
 * @param society whose members are treated
 * @param month month of treatment
 * @param receipts number of receipts, at least 1
 */
public record ClaimFile(FictionalSociety society, YearMonth month, long seed, int receipts) {

    /** Name of the file, given by the format. */
    public static final String NAME = "RECEIPTC.UKE";

    private static final Provider HOSPITAL = Provider.hospital(0);

    /** @throws IllegalArgumentException if the number of receipts is below 1 */
    public ClaimFile {
        if (receipts < 1) {
            throw new IllegalArgumentException("a claim needs at least 1 receipt, not " + receipts);
        }
    }

    /**
     * What was written.
     *
     * @param items as GO counts them (総件数): a receipt counts once for each of its payers
     * @param points total points
     */
    public record Written(long items, long points) {}

    /** Writes the file; the stream is not closed. */
    public Written writeTo(OutputStream out) throws IOException {
        RecordLines lines = RecordLines.withoutPrefix(out);
        HeadWriter head = new HeadWriter(lines);
        ClaimWriter claims = new ClaimWriter(lines);
        Receipts source = new Receipts(ReceiptKind.MEDICAL, society, month, seed);
        long items = 0;
        long points = 0;
        int written = 0;
        for (int index = 0; written < receipts; index++) {
            int member = index % society.members();
            Receipt receipt = source.next(member, society.member(member), index / society.members());
            Receipt claimed = receipt.claimedBy(HOSPITAL, written + 1);
            if (written == 0) {
                head.provider(claimed);
            }
            claims.write(claimed, Chance.of(seed, index));
            items += claimed.publicPayer() == null ? 1 : 2;
            points += claimed.points();
            written++;
        }
        claims.trailer(items, points);
        lines.endFile();
        return new Written(items, points);
    }
}
