package jp.kenpo.gateway.sandbox.receipt;

import java.time.YearMonth;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * How many receipts of a kind a member has in a month: 1.13 of all kinds together on average.
 *
 * <p>A pharmacy's receipt follows a medical one, since nobody is given a drug without a prescription.
 */
final class Attendance {

    /** Of a hundred members, how many have no medical receipt, one, two. */
    private static final int[] MEMBERS_WITHOUT = {59, 87, 97};

    /** The most receipts of one kind that a member has. */
    static final int MOST = MEMBERS_WITHOUT.length;

    /** Medical receipts that a pharmacy's receipt follows. */
    private static final double DISPENSED_PERCENT = 71;

    private final ReceiptKind kind;
    private final long month;
    private final long seed;

    Attendance(ReceiptKind kind, YearMonth month, long seed) {
        this.kind = kind;
        this.month = month.getYear() * 12L + month.getMonthValue();
        this.seed = seed;
    }

    /** @param round 0 for the usual number; the rounds after it give everybody at least one */
    int receipts(int member, int round) {
        Chance chance = Chance.of(seed, month, member, -1 - round);
        int medical = medical(chance.below(100));
        int number =
                switch (kind) {
                    case MEDICAL -> medical;
                    case PHARMACY -> dispensed(medical, chance);
                    default ->
                        Chance.of(seed, month, member, -1 - round, kind.place()).inPercent(kind.percentOfMembers())
                                ? 1
                                : 0;
                };
        return round == 0 ? number : Math.max(number, 1);
    }

    private static int medical(int drawn) {
        int number = 0;
        while (number < MEMBERS_WITHOUT.length && drawn >= MEMBERS_WITHOUT[number]) {
            number++;
        }
        return number;
    }

    private static int dispensed(int medical, Chance chance) {
        int number = 0;
        for (int each = 0; each < medical; each++) {
            number += chance.inPercent(DISPENSED_PERCENT) ? 1 : 0;
        }
        return number;
    }
}
