package jp.kenpo.gateway.content.receipt;

import java.util.Arrays;

/**
 * Computes 合計点数 of a receipt again from its lines, as claimed and as paid, and applies the fund's corrections
 * (R06, T01 to T03).
 *
 * <p>The sum of 点数 by 回数 over the services whose 負担区分 names the payer; meals (診療識別 97) are yen and left out;
 * points stand on the last line of a unit only. In DPC receipts 今月包括合計点数 comes on top. Source: measured on medical
 * receipts, see {@link Rule}; inferred for DPC and dental receipts, so a difference there is a warning.
 */
final class Totals {

    private static final int PAYERS = 5;
    private static final int MEALS = 97;

    private final Findings findings;
    private final ViewedLines views = new ViewedLines();

    /** By position of the line in the receipt: points by times, or the total of a payer. */
    private long[] values = new long[256];

    /** By position: payers that bear a service as bits; 0 for other lines. */
    private byte[] bearers = new byte[256];

    /** By position: payer of a total plus 1; 0 for other lines. */
    private byte[] totalOf = new byte[256];

    /** What is claimed, by the payers that bear it as bits: lines of the claim need not be gone through again. */
    private final long[] claimed = new long[1 << PAYERS];

    /** Which of {@link #claimed} there are, as bits. */
    private int shares;

    private int used;
    private int actClass;
    private boolean unproven;

    Totals(Findings findings) {
        this.findings = findings;
    }

    void begin() {
        Arrays.fill(bearers, 0, used + 1, (byte) 0);
        Arrays.fill(totalOf, 0, used + 1, (byte) 0);
        Arrays.fill(claimed, 0);
        shares = 0;
        views.begin();
        used = 0;
        actClass = 0;
        unproven = false;
    }

    /** The receipt has lines for which the sums are not proven to hold. */
    void unproven() {
        unproven = true;
    }

    /** Takes every line, before what stands in it. */
    void line(Receipt receipt) {
        views.line(receipt.lines, receipt.isClaim());
    }

    void comment(Line line, RecordItems items) {
        carryActClass(line, items);
    }

    void service(Line line, RecordItems items, Receipt receipt) {
        carryActClass(line, items);
        int burden = items.at(CheckedItem.BURDEN);
        if (!line.has(burden) || !hold(receipt.lines)) {
            return;
        }
        long points = actClass == MEALS ? 0 : Math.max(line.number(items.at(CheckedItem.POINTS)), 0);
        long times = Math.max(line.number(items.at(CheckedItem.TIMES)), 0);
        bear(receipt, BurdenClass.payers(line.charAt(burden, 0)), points * times);
    }

    private void bear(Receipt receipt, int payers, long value) {
        values[receipt.lines] = value;
        bearers[receipt.lines] = (byte) payers;
        if (receipt.isClaim()) {
            claimed[payers] += value;
            shares |= 1 << payers;
        }
    }

    /** Takes 合計調整 of a DPC receipt; the points of the month may be negative. */
    void inclusive(Line line, RecordItems items, Receipt receipt) {
        unproven = true;
        int burden = items.at(CheckedItem.BURDEN);
        if (hold(receipt.lines)) {
            int payers = line.has(burden) ? BurdenClass.payers(line.charAt(burden, 0)) : 1;
            bear(receipt, payers, signed(line.text(items.at(CheckedItem.INCLUSIVE_POINTS))));
        }
    }

    private static long signed(String text) {
        return text.matches("-?[0-9]{1,7}") ? Long.parseLong(text) : 0;
    }

    private void carryActClass(Line line, RecordItems items) {
        int place = items.at(CheckedItem.ACT_CLASS);
        if (line.has(place)) {
            actClass = line.number(place);
        }
    }

    /** @param payer 0 for the insurer, 1 to 4 for the public payers in their order */
    void payer(Line line, RecordItems items, Receipt receipt, int payer) {
        if (payer < PAYERS && hold(receipt.lines)) {
            values[receipt.lines] = line.number(items.at(CheckedItem.TOTAL));
            totalOf[receipt.lines] = (byte) (payer + 1);
        }
    }

    /** Applies a line {@code JY}; those of re-examinations are checked and change nothing here. */
    void correction(Line line, RecordItems items, Receipt receipt) {
        var correction = Correction.of(line);
        if (!correction.hasTarget(receipt.lines)) {
            findings.add(Rule.CORRECTION_TARGET, line.number, items.label(Places.JY_TARGET));
        } else if (!correction.hasAdded(receipt.lines)) {
            findings.add(Rule.CORRECTION_TARGET, line.number, items.label(Places.JY_NEW_LINE));
        } else if (receipt.isCorrection() && hold(receipt.lines)) {
            views.correct(correction);
            if (totalOf[correction.goes()] > 0 && totalOf[correction.comes()] > 0) {
                totalOf[correction.comes()] = totalOf[correction.goes()];
            }
        }
    }

    /** Compares at the end of the receipt. Only the difference is told: how much was done is a matter of the member. */
    void end(String field, Receipt receipt) {
        compare(Rule.TOTAL_CLAIMED, ReceiptView.CLAIMED, field, receipt);
        if (views.isCorrected()) {
            compare(Rule.TOTAL_PAID, ReceiptView.PAID, field, receipt);
        }
    }

    private void compare(Rule rule, ReceiptView view, String field, Receipt receipt) {
        for (int payer = 0; payer < PAYERS; payer++) {
            int position = (receipt.payers() >> payer & 1) == 0 ? 0 : total(view, payer);
            long difference = position == 0 ? 0 : sum(view, payer) - values[position];
            if (difference != 0) {
                long line = receipt.fileLine - receipt.lines + position;
                findings.add(unproven ? Rule.TOTAL_UNPROVEN : rule, line, field, difference);
            }
        }
    }

    private long sum(ReceiptView view, int payer) {
        return view == ReceiptView.CLAIMED ? claimed(payer) : paid(payer);
    }

    private long claimed(int payer) {
        long sum = 0;
        for (int left = shares; left != 0; left &= left - 1) {
            int payers = Integer.numberOfTrailingZeros(left);
            sum += (payers >> payer & 1) * claimed[payers];
        }
        return sum;
    }

    private long paid(int payer) {
        long sum = 0;
        for (int position = 1; position <= used; position++) {
            if ((bearers[position] >> payer & 1) == 1 && views.shows(ReceiptView.PAID, position)) {
                sum += values[position];
            }
        }
        return sum;
    }

    /** Returns the position of the line with the total of a payer; 0 if there is none. */
    private int total(ReceiptView view, int payer) {
        for (int position = 1; position <= used; position++) {
            if (totalOf[position] == payer + 1 && views.shows(view, position)) {
                return position;
            }
        }
        return 0;
    }

    /** Returns the total of the receipt in a view: of the insurer, or of the first public payer without one. */
    long total(ReceiptView view, Receipt receipt) {
        int position = total(view, receipt.insurer ? 0 : 1);
        return position == 0 ? 0 : Math.max(values[position], 0);
    }

    private boolean hold(int position) {
        if (position > ViewedLines.MOST) {
            return false;
        }
        if (position >= values.length) {
            int capacity = Math.min(ViewedLines.MOST + 1, 2 * position);
            values = Arrays.copyOf(values, capacity);
            bearers = Arrays.copyOf(bearers, capacity);
            totalOf = Arrays.copyOf(totalOf, capacity);
        }
        used = Math.max(used, position);
        return true;
    }
}
