package jp.kenpo.gateway.sandbox.receipt;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.BitSet;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.mistake.MistakeSink;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.jspecify.annotations.Nullable;

/**
 * The file of a month's receipts of one kind (レセ電コード情報ファイル) of a fictional society, written as a stream in
 * constant memory.
 *
 * @param society whose members are treated
 * @param month month of treatment (診療年月), September 2021 at the earliest
 * @param seed what the receipts depend on, beside society and month
 * @param receipts exact number of receipts; null for as many as the members usually have
 */
public record ReceiptFile(
        ReceiptKind kind,
        FictionalSociety society,
        YearMonth month,
        long seed,
        @Nullable Long receipts) {

    /** The first month that has eligibility lines (SN, JD, MF); older receipts look different. */
    public static final YearMonth EARLIEST = YearMonth.of(2021, 9);

    /**
     * What was written.
     *
     * @param receipts number of receipts
     * @param patients members with at least one receipt
     * @param points total points of the insurer as claimed; yen for nursing
     */
    public record Written(long receipts, long patients, long lines, long points, long bytes) {}

    /** @throws IllegalArgumentException if the month is before {@link #EARLIEST}, or the number below 1 */
    public ReceiptFile {
        if (month.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("receipts can be made from month " + EARLIEST + " on, not for " + month);
        }
        if (receipts != null && receipts < 1) {
            throw new IllegalArgumentException("a file needs at least 1 receipt, not " + receipts);
        }
    }

    /** The file of medical receipts, of which every month has at least one. */
    public static ReceiptFile medical(FictionalSociety society, YearMonth month, long seed, @Nullable Long receipts) {
        return new ReceiptFile(ReceiptKind.MEDICAL, society, month, seed, receipts);
    }

    /** The month in which the payer fund delivers: the second after the treatment. */
    public static YearMonth deliveredIn(YearMonth treatment) {
        return treatment.plusMonths(2);
    }

    /** Where the file lies in the payer fund's folder, with {@code /} between the parts. */
    public String path() {
        String folder = deliveredIn(month).toString().replace("-", "");
        return folder + "/" + FictionalSociety.INSURER_NUMBER + "/0_COMMON001/" + kind.fileName();
    }

    /** Returns the number of receipts that {@link #writeTo} will write, without writing. */
    public long count() {
        if (receipts != null) {
            return receipts;
        }
        Attendance attendance = new Attendance(kind, month, seed);
        long number = 0;
        for (int index = 0; index < society.members(); index++) {
            int each = attendance.receipts(index, 0);
            number += each > 0 && society.member(index).belongsIn(month) ? each : 0;
        }
        return number;
    }

    /**
     * Writes the file without a mistake; the stream is not closed.
     *
     * @throws IllegalArgumentException if no member of the society was of age to have receipts in the month
     */
    public Written writeTo(OutputStream out) throws IOException {
        return writeTo(out, MistakePlan.none(), mistake -> {});
    }

    /**
     * Writes the file with the mistakes that the plan wants; the stream is not closed.
     *
     * <p>Of the kinds other than medical there may be no receipt: then only the end mark is written.
     *
     * @param made takes the mistakes in their order
     * @throws IllegalArgumentException if no member of the society was of age to have receipts in the month
     */
    public Written writeTo(OutputStream out, MistakePlan plan, MistakeSink made) throws IOException {
        Run run = new Run(out, new ReceiptSpoiler(this, plan, made));
        do {
            run.round();
        } while (!run.enough());
        run.spoiler.endFile(run.lines);
        return new Written(run.written, run.patients.cardinality(), run.lines.lines(), run.points, run.lines.bytes());
    }

    private final class Run {

        private final RecordLines lines;
        private final ReceiptWriter writer;
        private final ReceiptSpoiler spoiler;
        private final Receipts source = new Receipts(kind, society, month, seed);
        private final Attendance attendance = new Attendance(kind, month, seed);
        private final BitSet patients = new BitSet(society.members());
        private int rounds;
        private long written;
        private long points;

        private Run(OutputStream out, ReceiptSpoiler spoiler) {
            lines = RecordLines.withPrefix(out);
            writer = new ReceiptWriter(kind, lines);
            this.spoiler = spoiler;
        }

        /** The second round gives everybody a receipt, so that it shows whether anybody can have one. */
        private boolean enough() {
            boolean needed = receipts != null || kind == ReceiptKind.MEDICAL;
            if (needed && written == 0 && rounds > 1) {
                throw new IllegalArgumentException("no member of this society has receipts in month " + month
                        + ": take more members, or a month nearer to today");
            }
            return receipts == null ? written > 0 || !needed : written == receipts;
        }

        /** Goes once through all members; an exact number may need several rounds, or end in the midst of one. */
        private void round() throws IOException {
            for (int index = 0; index < society.members() && (receipts == null || written < receipts); index++) {
                receiptsOf(index);
            }
            rounds++;
        }

        private void receiptsOf(int index) throws IOException {
            int number = attendance.receipts(index, rounds);
            if (number == 0) {
                return;
            }
            Chance chance = Chance.of(seed, source.monthNumber(), index, -1 - rounds, kind.place(), 1);
            FictionalMember patient = society.member(index);
            for (int each = 0; each < number && patient.belongsIn(month); each++) {
                if (receipts == null || written < receipts) {
                    write(source.next(index, patient, rounds * Attendance.MOST + each), chance);
                    patients.set(index);
                }
            }
        }

        private void write(Receipt receipt, Chance chance) throws IOException {
            writer.write(receipt, chance);
            spoiler.receipt(lines, receipt);
            written++;
            points += receipt.points();
        }
    }
}
