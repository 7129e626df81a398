package jp.kenpo.gateway.sandbox.society;

import java.io.IOException;

/**
 * Writes one receipt as the payer fund (支払基金) delivers it: the group of lines from MN to RC.
 *
 * <p>Source: 記録条件仕様（医科用） April 2022 for the records, the payer side's prefix and management records as
 * measured on the fund's sample file.
 */
final class ReceiptWriter {

    private static final int CLAIM = 1;
    private static final int FUND = 2;
    private static final String HIGH_COST = "29";

    private final RecordLines lines;
    private final DetailWriter details;

    ReceiptWriter(RecordLines lines) {
        this.lines = lines;
        this.details = new DetailWriter(lines);
    }

    /** Writes the receipt; what is left to chance falls by the given one. */
    void write(Receipt receipt, Chance chance) throws IOException {
        lines.beginReceipt();
        management(receipt);
        provider(receipt);
        header(receipt, chance);
        Correction correction = Correction.of(receipt, chance);
        int insurerLine = insurer(receipt, CLAIM, receipt.points());
        int publicLine = publicPayer(receipt, CLAIM, receipt.sharedPoints());
        eligibility(receipt, chance);
        details.diseases(receipt, chance);
        int correctedLine = details.units(receipt.units(), correction == null ? -1 : correction.unit());
        details.symptoms(receipt, chance);
        if (correction != null) {
            correct(receipt, correction, insurerLine, publicLine, correctedLine);
        }
        fundsOwn(receipt, chance);
    }

    private void management(Receipt receipt) throws IOException {
        lines.begin(FUND, 0, "MN");
        lines.field(receipt.controlNumber()).field(receipt.provider().address()).field(receipt.searchNumber());
        lines.empty(3).end();
    }

    private void provider(Receipt receipt) throws IOException {
        Provider provider = receipt.provider();
        lines.begin(CLAIM, 0, "IR");
        lines.field(1)
                .field(provider.prefecture())
                .field(1)
                .field(provider.code())
                .empty(1);
        lines.field(provider.name()).field(receipt.claimMonth());
        lines.field("00").field(provider.phone()).end();
    }

    private void header(Receipt receipt, Chance chance) throws IOException {
        FictionalMember patient = receipt.patient();
        lines.begin(CLAIM, 0, "RE");
        lines.field(receipt.providerReceiptNumber()).field(receipt.type()).field(receipt.month());
        lines.field(patient.name()).field(patient.sexCode()).field(patient.birthDate());
        lines.empty(1);
        if (receipt.inpatient()) {
            lines.field(receipt.month().atDay(receipt.days().first()))
                    .empty(2)
                    .field(HIGH_COST)
                    .field(120);
        } else {
            lines.empty(5);
        }
        lines.field(chance.between(10_000, 9_999_999)).empty(7);
        lines.field(receipt.inpatient() ? "" : chance.inPercent(70) ? "01" : "06")
                .empty(14);
        lines.field(patient.kana()).empty(1).end();
    }

    /** @return the number of the line */
    private int insurer(Receipt receipt, int origin, int points) throws IOException {
        int line = lines.begin(origin, 0, "HO");
        lines.field(FictionalSociety.INSURER_NUMBER);
        lines.field(receipt.patient().symbol()).field(receipt.patient().number());
        lines.field(receipt.days().total()).field(points).empty(1);
        if (receipt.inpatient()) {
            Unit meals = receipt.units().get(receipt.units().size() - 1);
            lines.field(meals.times()).field((long) meals.points() * meals.times());
            // the limit of the patient's share for an ordinary income; the exact rule does not matter here
            lines.empty(2).field(Math.min(80_100, points * 3L)).empty(3);
        } else {
            lines.empty(8);
        }
        lines.end();
        return line;
    }

    /** @return the number of the line; 0 if no public payer shares in the receipt */
    private int publicPayer(Receipt receipt, int origin, int points) throws IOException {
        PublicPayer payer = receipt.publicPayer();
        if (payer == null) {
            return 0;
        }
        int line = lines.begin(origin, 0, "KO");
        lines.field(payer.number()).field(payer.recipient()).empty(1);
        lines.field(receipt.days().total()).field(points).empty(6).end();
        return line;
    }

    /** SN, JD and MF, which exist from treatment month September 2021 on. */
    private void eligibility(Receipt receipt, Chance chance) throws IOException {
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

    /** The corrected totals first, then a reason (JY) for each line that was replaced or deleted. */
    private void correct(Receipt receipt, Correction correction, int insurerLine, int publicLine, int correctedLine)
            throws IOException {
        int insurerNow = insurer(receipt, FUND, receipt.points() - correction.points());
        boolean shared = receipt.units().get(correction.unit()).shared();
        int publicNow = shared ? publicPayer(receipt, FUND, receipt.sharedPoints() - correction.points()) : 0;
        int unitNow = correction.deletes() ? 0 : details.replacement(correction.replacement(receipt));
        replaced(insurerLine, insurerNow, "");
        if (publicNow != 0) {
            replaced(publicLine, publicNow, "");
        }
        if (correction.deletes()) {
            lines.begin(FUND, 0, "JY");
            lines.field(3)
                    .field(correctedLine)
                    .field(0)
                    .empty(1)
                    .field("C")
                    .empty(3)
                    .end();
        } else {
            replaced(correctedLine, unitNow, "B");
        }
    }

    private void replaced(int line, int newLine, String cause) throws IOException {
        lines.begin(FUND, 0, "JY");
        lines.field(2)
                .field(line)
                .field(0)
                .empty(1)
                .field(cause)
                .field(newLine)
                .field(0)
                .empty(1)
                .end();
    }

    /** EX and the two RC lines: opaque to everyone but the fund, so here without meaning too. */
    private void fundsOwn(Receipt receipt, Chance chance) throws IOException {
        lines.begin(FUND, 1, "EX");
        lines.empty(11).field("1:" + Receipt.era(receipt.claimMonth()) + ":").end();
        lines.begin(FUND, 1, "EX");
        lines.empty(11).field(chance.hex(240)).end();
        lines.begin(FUND, 0, "RC");
        lines.field("Ver00001" + chance.hex(32)).end();
        lines.begin(FUND, 1, "RC");
        lines.field("Ver00001" + chance.hex(40)).end();
    }
}
