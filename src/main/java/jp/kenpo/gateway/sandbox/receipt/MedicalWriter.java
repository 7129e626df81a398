package jp.kenpo.gateway.sandbox.receipt;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;

/** Writes the illness and care of a medical receipt (医科): SY, SI, IY, TO, CO and SJ. */
final class MedicalWriter implements CareWriter {

    private static final int CLAIM = 1;
    private static final int FUND = 2;
    private static final String NOT_CODED = "0000999";
    private static final String FREE_COMMENT = "810000001";

    private static final List<String> DISEASES = List.of(
            "1519022", "1991019", "4139007", "8844446", "2500013", "4629008", "8836591", "8835171", "8845988",
            "4779004");

    private static final List<String> NAMES = List.of("架空症候群", "見本性皮膚炎", "想定外腹痛");

    private static final String SUMMARY = "架空の患者の症状を説明する文章である。検査の結果に応じて治療の方針を決め、経過を見て続けることとした。";

    private final RecordLines lines;

    MedicalWriter(RecordLines lines) {
        this.lines = lines;
    }

    @Override
    public int write(Receipt receipt, Chance chance, int corrected) {
        diseases(receipt, chance);
        int line = units(receipt.units(), corrected);
        symptoms(receipt, chance);
        return line;
    }

    void diseases(Receipt receipt, Chance chance) {
        for (int number = 1; number <= receipt.diseases(); number++) {
            boolean coded = !chance.inPercent(5);
            lines.begin(CLAIM, 0, "SY");
            lines.field(coded ? chance.oneOf(DISEASES) : NOT_CODED);
            lines.field(since(receipt, chance)).field(1);
            lines.field(coded && chance.inPercent(30) ? "8002" : "").field(coded ? "" : chance.oneOf(NAMES));
            lines.field(number == 1 ? "01" : "").empty(1).end();
        }
    }

    /** The first day of care: in this month, or before it but not before birth. */
    private static LocalDate since(Receipt receipt, Chance chance) {
        YearMonth month = receipt.month();
        LocalDate inMonth = month.atDay(receipt.days().first());
        LocalDate earlier = inMonth.minusDays(chance.below(700));
        LocalDate birth = receipt.patient().birthDate();
        return earlier.isBefore(birth) ? inMonth : earlier;
    }

    /**
     * Writes the units, the class of acts on the first line of each.
     *
     * @param wanted index of a unit
     * @return the line that the wanted unit begins with; 0 if it is none of them
     */
    int units(List<Unit> units, int wanted) {
        int wantedLine = 0;
        for (int index = 0; index < units.size(); index++) {
            int line = unit(units.get(index), CLAIM);
            if (index == wanted) {
                wantedLine = line;
            }
            comment(units.get(index));
        }
        return wantedLine;
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
            lines.field(index == last ? String.valueOf(unit.points()) : "").field(unit.times());
            if (item.record().equals("TO")) {
                lines.field(item.unit()).field(item.price()).empty(2);
            }
            lines.empty(6).days(unit.days()).end();
        }
        return first;
    }

    private void comment(Unit unit) {
        if (!unit.comment().isEmpty()) {
            lines.begin(CLAIM, 0, "CO");
            lines.field(unit.actClass())
                    .field(unit.burden())
                    .field(FREE_COMMENT)
                    .field(unit.comment())
                    .end();
        }
    }

    /** Clinical summary (症状詳記), rare; the class stands on the first of its paragraphs. */
    private void symptoms(Receipt receipt, Chance chance) {
        if (chance.inPercent(receipt.inpatient() ? 20 : 0.5)) {
            lines.begin(CLAIM, 0, "SJ");
            lines.field("01").field(SUMMARY).end();
            lines.begin(CLAIM, 0, "SJ");
            lines.empty(1).field(SUMMARY).end();
        }
    }
}
