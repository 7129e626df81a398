package jp.kenpo.gateway.sandbox.society;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The file of a month's medical receipts (レセ電コード情報ファイル, {@code 11_RECODEINFO_MED.CSV}) of a fictional
 * society, written as a stream in constant memory.
 *
 * @param society whose members are treated
 * @param month month of treatment (診療年月), September 2021 at the earliest
 * @param seed what the receipts depend on, beside society and month
 * @param receipts exact number of receipts; null for as many as the members usually have
 */
public record ReceiptFile(
        FictionalSociety society,
        YearMonth month,
        long seed,
        @Nullable Long receipts) {

    /** Name of the file, given by the payer fund. */
    public static final String NAME = "11_RECODEINFO_MED.CSV";

    /** The first month that has eligibility lines (SN, JD, MF); older receipts look different. */
    public static final YearMonth EARLIEST = YearMonth.of(2021, 9);

    /** Of a hundred members, how many have none, one, two: 1.13 receipts a month, 0.57 of them medical. */
    private static final int[] MEMBERS_WITHOUT = {55, 85, 96};

    private static final int FUTILE_ROUNDS = 100;

    /**
     * What was written.
     *
     * @param receipts number of receipts
     * @param patients members with at least one receipt
     * @param points total points of the insurer as claimed
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

    /** The month in which the payer fund delivers: the second after the treatment. */
    public static YearMonth deliveredIn(YearMonth treatment) {
        return treatment.plusMonths(2);
    }

    /** Where the file lies in the payer fund's folder, with {@code /} between the parts. */
    public String path() {
        String folder = deliveredIn(month).toString().replace("-", "");
        return folder + "/" + FictionalSociety.INSURER_NUMBER + "/0_COMMON001/" + NAME;
    }

    /**
     * Writes the file; the stream is not closed.
     *
     * @throws IllegalArgumentException if no member of the society was of age to have receipts in the month
     */
    public Written writeTo(OutputStream out) throws IOException {
        Run run = new Run(out);
        do {
            run.round();
        } while (!run.enough());
        run.lines.endFile();
        return new Written(run.written, run.patients.cardinality(), run.lines.lines(), run.points, run.lines.bytes());
    }

    private final class Run {

        private final RecordLines lines;
        private final ReceiptWriter writer;
        private final Receipts source = new Receipts(society, month, seed);
        private final BitSet patients = new BitSet(society.members());
        private int rounds;
        private long written;
        private long points;

        private Run(OutputStream out) {
            lines = new RecordLines(out);
            writer = new ReceiptWriter(lines);
        }

        private boolean enough() {
            if (written == 0 && rounds == FUTILE_ROUNDS) {
                throw new IllegalArgumentException("no member of this society has receipts in month " + month
                        + ": take more members, or a month nearer to today");
            }
            return receipts == null ? written > 0 : written == receipts;
        }

        /** Goes once through all members; an exact number may need several rounds, or end in the midst of one. */
        private void round() throws IOException {
            for (int index = 0; index < society.members() && (receipts == null || written < receipts); index++) {
                receiptsOf(index);
            }
            rounds++;
        }

        private void receiptsOf(int index) throws IOException {
            Chance chance = Chance.of(seed, month.getYear() * 12L + month.getMonthValue(), index, -1 - rounds);
            int number = number(chance.below(100));
            if (number == 0) {
                return;
            }
            FictionalMember patient = society.member(index);
            for (int each = 0; each < number && patient.belongsIn(month); each++) {
                if (receipts == null || written < receipts) {
                    write(source.next(index, patient, rounds * MEMBERS_WITHOUT.length + each), chance);
                    patients.set(index);
                }
            }
        }

        private void write(Receipt receipt, Chance chance) throws IOException {
            writer.write(receipt, chance);
            written++;
            points += receipt.points();
        }

        private static int number(int drawn) {
            int number = 0;
            while (number < MEMBERS_WITHOUT.length && drawn >= MEMBERS_WITHOUT[number]) {
                number++;
            }
            return number;
        }
    }
}
