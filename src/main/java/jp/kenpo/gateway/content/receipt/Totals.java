package jp.kenpo.gateway.content.receipt;

import java.util.Arrays;

/**
 * Computes 合計点数 of a receipt again from its lines, as claimed and as paid, and applies the fund's corrections
 * (R06, T01 to T03).
 *
 * <p>As claimed: the sum of 点数 by 回数 over the services whose 負担区分 names the payer; meals (診療識別 97) are yen
 * and left out; points stand on the last line of a unit only. As paid: the same after each {@code JY}: added, replaced
 * or deleted lines. Source: measured, see {@link Rule}.
 */
final class Totals {

    /** 行番号 has five digits. */
    private static final int MAX_LINES = 99_999;

    private static final int PAYERS = 5;
    private static final int MEALS = 97;
    private static final int ADD = 1;
    private static final int REPLACE = 2;
    private static final int DELETE = 3;

    private final Findings findings;
    private final long[] claimedSums = new long[PAYERS];
    private final long[] paidSums = new long[PAYERS];
    private final long[] claimed = new long[PAYERS];
    private final long[] paid = new long[PAYERS];
    private final long[] claimedLine = new long[PAYERS];
    private final long[] paidLine = new long[PAYERS];

    /** By position of the line in the receipt: points by times, or the total of a payer. */
    private long[] values = new long[256];

    /** By position: payers that bear a service as bits; 0 for other lines. */
    private byte[] bearers = new byte[256];

    /** By position: payer of a total plus 1; 0 for other lines. */
    private byte[] totalOf = new byte[256];

    private int used;
    private int actClass;
    private boolean corrected;
    private boolean unproven;

    Totals(Findings findings) {
        this.findings = findings;
    }

    void begin() {
        for (long[] array : new long[][] {claimedSums, paidSums, claimed, paid, claimedLine, paidLine}) {
            Arrays.fill(array, 0);
        }
        Arrays.fill(bearers, 0, used + 1, (byte) 0);
        Arrays.fill(totalOf, 0, used + 1, (byte) 0);
        used = 0;
        actClass = 0;
        corrected = false;
        unproven = false;
    }

    /** The receipt has lines for which the sums are not proven to hold. */
    void unproven() {
        unproven = true;
    }

    void comment(Line line) {
        carryActClass(line);
    }

    void service(Line line, Receipt receipt) {
        carryActClass(line);
        int position = receipt.lines;
        if (!line.has(Places.BURDEN) || !hold(position)) {
            return;
        }
        int payers = BurdenClass.payers(line.charAt(Places.BURDEN, 0));
        long points = actClass == MEALS ? 0 : Math.max(line.number(Places.POINTS), 0);
        values[position] = points * Math.max(line.number(Places.TIMES), 0);
        bearers[position] = (byte) payers;
        if (receipt.isClaim()) {
            add(claimedSums, position, 1);
            add(paidSums, position, 1);
        }
    }

    private void carryActClass(Line line) {
        if (line.has(Places.ACT_CLASS)) {
            actClass = line.number(Places.ACT_CLASS);
        }
    }

    /** @param payer 0 for the insurer, 1 to 4 for the public payers in their order */
    void payer(Line line, Receipt receipt, int payer) {
        int position = receipt.lines;
        if (payer >= PAYERS || !hold(position)) {
            return;
        }
        values[position] = line.number(Places.PAYER_POINTS);
        totalOf[position] = (byte) (payer + 1);
        if (receipt.isClaim()) {
            claimed[payer] = values[position];
            paid[payer] = values[position];
            claimedLine[payer] = line.number;
            paidLine[payer] = line.number;
        }
    }

    /** Applies a line {@code JY}; those of re-examinations are checked and change nothing here. */
    void correction(Line line, RecordItems items, Receipt receipt) {
        int action = line.number(Places.JY_ACTION);
        int target = line.number(Places.JY_TARGET);
        int added = line.number(Places.JY_NEW_LINE);
        boolean adds = action == ADD || action == REPLACE;
        boolean removes = action == REPLACE || action == DELETE;
        if ((removes && !isBefore(target, receipt)) || (!adds && !removes)) {
            findings.add(Rule.CORRECTION_TARGET, line.number, items.label(Places.JY_TARGET));
        } else if (adds != isBefore(added, receipt)) {
            findings.add(Rule.CORRECTION_TARGET, line.number, items.label(Places.JY_NEW_LINE));
        } else if (receipt.origin == Receipt.ORIGIN_CORRECTION || receipt.origin == Receipt.ORIGIN_ELIGIBILITY) {
            apply(removes ? target : 0, adds ? added : 0, receipt);
        }
    }

    private static boolean isBefore(int position, Receipt receipt) {
        return position >= 1 && position < receipt.lines;
    }

    private void apply(int target, int added, Receipt receipt) {
        if (!hold(receipt.lines)) {
            return;
        }
        corrected = true;
        add(paidSums, target, -1);
        add(paidSums, added, 1);
        bearers[target] = 0;
        if (added > 0 && totalOf[added] > 0) {
            int payer = (target > 0 && totalOf[target] > 0 ? totalOf[target] : totalOf[added]) - 1;
            paid[payer] = values[added];
            paidLine[payer] = receipt.fileLine - receipt.lines + added;
        }
    }

    private void add(long[] sums, int position, int sign) {
        for (int payer = 0; payer < PAYERS; payer++) {
            if ((bearers[position] >> payer & 1) == 1) {
                sums[payer] += sign * values[position];
            }
        }
    }

    /** Compares at the end of the receipt. Only the difference is told: how much was done is a matter of the member. */
    void end(String field, Receipt receipt) {
        for (int payer = 0; payer < PAYERS; payer++) {
            if ((receipt.payers() >> payer & 1) == 0) {
                continue;
            }
            compare(Rule.TOTAL_CLAIMED, claimedSums[payer] - claimed[payer], claimedLine[payer], field);
            if (corrected) {
                compare(Rule.TOTAL_PAID, paidSums[payer] - paid[payer], paidLine[payer], field);
            }
        }
    }

    private void compare(Rule rule, long difference, long line, String field) {
        if (difference != 0) {
            findings.add(unproven ? Rule.TOTAL_UNPROVEN : rule, line, field, difference);
        }
    }

    /** Returns the points of the receipt as claimed: of the insurer, or of the first public payer without one. */
    long claimedPoints(Receipt receipt) {
        return Math.max(claimed[receipt.insurer ? 0 : 1], 0);
    }

    long paidPoints(Receipt receipt) {
        return Math.max(paid[receipt.insurer ? 0 : 1], 0);
    }

    private boolean hold(int position) {
        if (position > MAX_LINES) {
            return false;
        }
        if (position >= values.length) {
            int capacity = Math.min(MAX_LINES + 1, 2 * position);
            values = Arrays.copyOf(values, capacity);
            bearers = Arrays.copyOf(bearers, capacity);
            totalOf = Arrays.copyOf(totalOf, capacity);
        }
        used = Math.max(used, position);
        return true;
    }
}
