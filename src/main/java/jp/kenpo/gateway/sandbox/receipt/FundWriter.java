package jp.kenpo.gateway.sandbox.receipt;

import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * Writes what the payer fund (支払基金) adds to a claim: MN in front, JY, EX and RC behind it.
 *
 * <p>Source: measured on the fund's sample file; the one item more that MN has in dental receipts, by one public reader.
 */
final class FundWriter {

    private static final int FUND = 2;

    private final RecordLines lines;

    FundWriter(RecordLines lines) {
        this.lines = lines;
    }

    void management(Receipt receipt) {
        lines.begin(FUND, 0, "MN");
        lines.field(receipt.controlNumber());
        if (receipt.kind() == ReceiptKind.DENTAL) {
            lines.field(receipt.provider().name());
        }
        lines.field(receipt.provider().address()).field(receipt.searchNumber());
        lines.empty(3).end();
    }

    void replaced(int line, int newLine, String cause) {
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

    void deleted(int line, String cause) {
        lines.begin(FUND, 0, "JY");
        lines.field(3).field(line).field(0).empty(1).field(cause).empty(3).end();
    }

    /** EX and the two RC lines: opaque to everyone but the fund, so here without meaning too. */
    void control(Receipt receipt, Chance chance) {
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
