package jp.kenpo.gateway.sandbox.receipt;

import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/** Writes who pays, and what was asked about it: HO, KO, SN, JD, MF. */
final class PayerWriter {

    private static final int CLAIM = 1;

    private final RecordLines lines;

    PayerWriter(RecordLines lines) {
        this.lines = lines;
    }

    /** @return the number of the line */
    int insurer(Receipt receipt, int origin, int points) {
        int line = lines.begin(origin, 0, "HO");
        lines.field(FictionalSociety.INSURER_NUMBER);
        lines.field(receipt.patient().symbol()).field(receipt.patient().number());
        lines.field(receipt.days().total()).field(points);
        switch (receipt.kind()) {
            case MEDICAL, DPC -> {
                lines.empty(1);
                stay(receipt, points);
                lines.empty(receipt.kind() == ReceiptKind.DPC ? 4 : 3);
            }
            case DENTAL, PHARMACY -> lines.empty(8);
            case NURSING -> lines.empty(6);
        }
        lines.end();
        return line;
    }

    /** Meals and the patient's share of an in-patient. */
    private void stay(Receipt receipt, int points) {
        if (!receipt.inpatient()) {
            lines.empty(5);
            return;
        }
        Unit meals = receipt.units().get(receipt.units().size() - 1);
        lines.field(meals.times()).field((long) meals.points() * meals.times());
        // the limit of the patient's share for an ordinary income; the exact rule does not matter here
        lines.empty(2).field(Math.min(80_100, points * 3L));
    }

    /** @return the number of the line; 0 if no public payer shares in the receipt */
    int publicPayer(Receipt receipt, int origin, int points) {
        PublicPayer payer = receipt.publicPayer();
        if (payer == null) {
            return 0;
        }
        int line = lines.begin(origin, 0, "KO");
        lines.field(payer.number()).field(payer.recipient()).empty(1);
        lines.field(receipt.days().total()).field(points);
        switch (receipt.kind()) {
            case MEDICAL -> lines.empty(6);
            case DPC -> lines.empty(7);
            case DENTAL -> lines.empty(3);
            case PHARMACY -> lines.empty(4);
            case NURSING -> lines.empty(0);
        }
        lines.end();
        return line;
    }

    /** SN, JD and MF, which exist from treatment month September 2021 on. */
    void eligibility(Receipt receipt, Chance chance) {
        lines.begin(CLAIM, 0, "SN");
        lines.field(1)
                .field("01")
                .empty(3)
                .field(receipt.patient().branchNumber())
                .empty(2)
                .end();
        for (int payer = 1; payer <= (receipt.publicPayer() == null ? 1 : 2); payer++) {
            lines.begin(CLAIM, 0, "JD");
            lines.field(payer).days(receipt.days()).end();
        }
        lines.begin(CLAIM, 0, "MF");
        lines.field(receipt.inpatient() && chance.inPercent(50) ? "01" : "00")
                .empty(31)
                .end();
    }
}
