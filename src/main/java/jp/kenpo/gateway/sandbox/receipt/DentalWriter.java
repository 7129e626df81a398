package jp.kenpo.gateway.sandbox.receipt;

import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * Writes the illness and care of a dental receipt (歯科): HS, SS, SI, IY, TO, CO.
 *
 * <p>Source: edition of June 2026, by one public reader. Teeth are six characters each: number, state, part.
 */
final class DentalWriter implements CareWriter {

    private static final int CLAIM = 1;
    private static final int FUND = 2;
    private static final List<String> DISEASES = List.of("5210002", "5220006", "5233009", "5259010");

    private final RecordLines lines;

    DentalWriter(RecordLines lines) {
        this.lines = lines;
    }

    @Override
    public int write(Receipt receipt, Chance chance, int corrected) {
        for (int number = 1; number <= receipt.diseases(); number++) {
            lines.begin(CLAIM, 0, "HS");
            lines.empty(1).field(tooth(chance)).field(chance.oneOf(DISEASES));
            lines.empty(4).field(number == 1 ? "01" : "").empty(3).end();
        }
        int correctedLine = 0;
        for (int index = 0; index < receipt.units().size(); index++) {
            int line = unit(receipt.units().get(index), CLAIM);
            correctedLine = index == corrected ? line : correctedLine;
        }
        return correctedLine;
    }

    private static String tooth(Chance chance) {
        return "10" + chance.between(1, 4) + chance.between(1, 8) + "00";
    }

    @Override
    public int replacement(Unit unit) {
        return unit(unit, FUND);
    }

    private int unit(Unit unit, int origin) {
        int first = 0;
        int last = unit.items().size() - 1;
        for (int index = 0; index <= last; index++) {
            Item item = unit.items().get(index);
            int line = lines.begin(origin, 0, item.record());
            first = index == 0 ? line : first;
            lines.field(index == 0 ? String.valueOf(unit.actClass()) : "").field(unit.burden());
            lines.field(item.code()).field(item.quantity());
            betweenQuantityAndPoints(item);
            lines.field(index == last ? String.valueOf(unit.points()) : "").field(unit.times());
            lines.empty(item.record().equals("IY") ? 1 : 0).days(unit.days()).end();
        }
        return first;
    }

    private void betweenQuantityAndPoints(Item item) {
        switch (item.record()) {
            case "SS" -> lines.empty(71);
            case "TO" -> lines.field(item.unit()).field(item.price()).empty(5);
            default -> lines.empty(0);
        }
    }
}
