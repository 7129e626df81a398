package jp.kenpo.gateway.sandbox.receipt;

import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * What the payer fund cut from a claim (査定): a unit of one line, deleted or paid with fewer points.
 *
 * @param unit index of the unit
 * @param points what the totals lose
 * @param pointsLeft points of the unit afterwards, each time; 0 if it is deleted
 */
record Correction(int unit, int points, int pointsLeft) {

    /** Share of receipts that are corrected. */
    private static final double PERCENT = 2;

    /** Draws the correction of a receipt: one, or none; how those of pharmacies and nursing look is not public. */
    static List<Correction> of(Receipt receipt, Chance chance) {
        List<Integer> candidates = new ArrayList<>();
        boolean known = receipt.kind() != ReceiptKind.PHARMACY && receipt.kind() != ReceiptKind.NURSING;
        for (int index = 0; index < receipt.units().size(); index++) {
            Unit unit = receipt.units().get(index);
            if (known && unit.items().size() == 1 && unit.totalPoints() > 0 && unit.actClass() < 90) {
                candidates.add(index);
            }
        }
        if (!chance.inPercent(PERCENT) || candidates.isEmpty()) {
            return List.of();
        }
        int index = chance.oneOf(candidates);
        Unit unit = receipt.units().get(index);
        int left = chance.inPercent(70) ? 0 : unit.points() / 2;
        return List.of(new Correction(index, (unit.points() - left) * unit.times(), left));
    }

    boolean deletes() {
        return pointsLeft == 0;
    }

    /** The unit as it is paid. */
    Unit replacement(Receipt receipt) {
        Unit claimed = receipt.units().get(unit);
        return new Unit(
                claimed.actClass(), claimed.shared(), claimed.items(), pointsLeft, claimed.days(), claimed.comment());
    }
}
