package jp.kenpo.gateway.sandbox.receipt;

import java.time.LocalDate;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * Writes the care of a nursing station (訪問看護): SY, HJ, JS, and KA for each visit, in yen.
 *
 * <p>Source: one public reader; the order of the records and the items of HJ are inferred.
 */
final class NursingWriter implements CareWriter {

    private static final int CLAIM = 1;

    private final RecordLines lines;

    NursingWriter(RecordLines lines) {
        this.lines = lines;
    }

    @Override
    public int write(Receipt receipt, Chance chance, int corrected) {
        lines.begin(CLAIM, 0, "HJ");
        lines.field("01")
                .field(receipt.month().atDay(1))
                .field(receipt.month().atEndOfMonth())
                .end();
        lines.begin(CLAIM, 0, "JS");
        lines.field("架空の患者の心身の状態は安定している。").end();
        for (int number = 1; number <= receipt.diseases(); number++) {
            lines.begin(CLAIM, 0, "SY");
            lines.field("8835171").empty(3).end();
        }
        for (Unit unit : receipt.units()) {
            visits(receipt, unit);
        }
        return 0;
    }

    @Override
    public int replacement(Unit unit) {
        throw new IllegalStateException("how the payer fund corrects nursing receipts is not public");
    }

    private void visits(Receipt receipt, Unit unit) {
        for (int day = 1; day <= receipt.month().lengthOfMonth(); day++) {
            if (unit.days().on(day) > 0) {
                LocalDate visited = receipt.month().atDay(day);
                lines.begin(CLAIM, 0, "KA");
                lines.field(visited).field(unit.burden());
                lines.field(unit.items().get(0).code()).field(1).field(unit.points());
                lines.field("01").field(1).field("01").end();
            }
        }
    }
}
