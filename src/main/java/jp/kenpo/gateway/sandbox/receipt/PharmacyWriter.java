package jp.kenpo.gateway.sandbox.receipt;

import java.time.LocalDate;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * Writes what a pharmacy dispensed (調剤): SH, CZ and IY for each prescription, then KI.
 *
 * <p>Source: the order of the items by two public readers; the first items of CZ are known, those of KI are not, so
 * that what stands in KI is ours.
 */
final class PharmacyWriter implements CareWriter {

    /** Fee for preparing one prescribed drug (調製料), paid with each unit. */
    static final int PREPARATION_POINTS = 24;

    /** Basic fee and advice, paid for each prescription that is brought. */
    static final int BASIC_POINTS = 45;

    static final int ADVICE_POINTS = 59;

    private static final int CLAIM = 1;
    private static final int ITEMS_OF_CZ = 53;
    private static final int ITEMS_OF_KI = 113;

    private final RecordLines lines;

    PharmacyWriter(RecordLines lines) {
        this.lines = lines;
    }

    @Override
    public int write(Receipt receipt, Chance chance, int corrected) {
        LocalDate dispensed = receipt.month().atDay(receipt.days().first());
        int number = 0;
        for (Unit unit : receipt.units()) {
            prescription(unit, ++number, dispensed);
        }
        basicFees(receipt);
        return 0;
    }

    @Override
    public int replacement(Unit unit) {
        throw new IllegalStateException("how the payer fund corrects pharmacy receipts is not public");
    }

    private void prescription(Unit unit, int number, LocalDate dispensed) {
        lines.begin(CLAIM, 0, "SH");
        lines.field(number)
                .field(unit.actClass())
                .field("１日１回食後")
                .empty(1)
                .field(unit.points())
                .empty(4);
        lines.end();
        lines.begin(CLAIM, 0, "CZ");
        lines.field(1).field(dispensed).field(dispensed).field(1).field(unit.times());
        lines.field(unit.burden()).empty(2).field("430001110").field(PREPARATION_POINTS);
        lines.empty(2).field((long) unit.points() * unit.times());
        lines.empty(ITEMS_OF_CZ - 14).end();
        for (Item item : unit.items()) {
            lines.begin(CLAIM, 0, item.record());
            lines.field(unit.burden())
                    .field(item.code())
                    .field(item.quantity())
                    .empty(6)
                    .end();
        }
    }

    private void basicFees(Receipt receipt) {
        int times = receipt.days().total();
        lines.begin(CLAIM, 0, "KI");
        lines.field(receipt.burden()).field("410000110").field(BASIC_POINTS).field(times);
        lines.field(receipt.burden()).field("440000210").field(ADVICE_POINTS).field(times);
        lines.empty(ITEMS_OF_KI - 9).end();
    }
}
