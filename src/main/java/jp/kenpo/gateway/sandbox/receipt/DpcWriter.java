package jp.kenpo.gateway.sandbox.receipt;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * Writes the illness and care of a DPC receipt: BU, SB, SY, KK, SK, GA, HH, GT, what is paid by the act, CD.
 *
 * <p>Source: one public reader of the text of 2013. Groups, codes and coefficients have the form of the real ones and
 * no meaning.
 */
final class DpcWriter implements CareWriter {

    private static final int CLAIM = 1;
    private static final String GROUP = "990010xx99x00x";
    private static final List<String> DISEASES = List.of("4139007", "8844446", "2500013", "4629008");
    private static final List<String> ICD10 = List.of("I209", "J189", "E119", "K567");

    /** 傷病名区分: main disease, cause of the stay, most resources. */
    private static final List<String> CLASSES = List.of("11", "21", "22");

    private static final String THIS_MONTH = "2";

    private final RecordLines lines;
    private final MedicalWriter acts;

    DpcWriter(RecordLines lines) {
        this.lines = lines;
        this.acts = new MedicalWriter(lines);
    }

    @Override
    public int write(Receipt receipt, Chance chance, int corrected) {
        LocalDate admitted = receipt.month().atDay(receipt.days().first());
        group(receipt, admitted);
        diseases(receipt, chance);
        patient(receipt, admitted);
        bundle(receipt);
        int line = acts.units(receipt.units(), corrected);
        coding(receipt, admitted);
        return line;
    }

    @Override
    public int replacement(Unit unit) {
        return acts.replacement(unit);
    }

    private void group(Receipt receipt, LocalDate admitted) {
        LocalDate last = admitted.plusDays(receipt.days().total() - 1L);
        lines.begin(CLAIM, 0, "BU");
        lines.field(GROUP).field(admitted);
        if (last.equals(receipt.month().atEndOfMonth())) {
            lines.empty(2);
        } else {
            lines.field(last).field(1);
        }
        lines.empty(1).end();
    }

    private void diseases(Receipt receipt, Chance chance) {
        int first = chance.below(DISEASES.size());
        for (int each = 0; each < CLASSES.size(); each++) {
            int disease = (first + (each == 0 ? 0 : chance.below(2))) % DISEASES.size();
            lines.begin(CLAIM, 0, "SB");
            lines.field(DISEASES.get(disease)).empty(2).field(ICD10.get(disease));
            lines.field(CLASSES.get(each)).empty(2).end();
        }
        acts.diseases(receipt, chance);
    }

    private void patient(Receipt receipt, LocalDate admitted) {
        LocalDate birth = receipt.patient().birthDate();
        lines.begin(CLAIM, 0, "KK");
        lines.empty(2).field(1).empty(2);
        lines.field(ChronoUnit.YEARS.between(birth, admitted)).empty(7).end();
        lines.begin(CLAIM, 0, "SK");
        lines.field("150999910").field("Ｋ９９９").field(admitted).empty(1);
        lines.field("97").field("架空の手術").end();
    }

    /** The days of the stay and what they are worth: the points of the receipt that no act shows. */
    private void bundle(Receipt receipt) {
        int days = receipt.days().total();
        int subtotal = BundledStay.subtotal(days);
        lines.begin(CLAIM, 0, "GA");
        lines.field(receipt.month()).field(THIS_MONTH).empty(1);
        lines.field(GROUP).field(BundledStay.COEFFICIENT).empty(1).end();
        lines.begin(CLAIM, 0, "HH");
        lines.field(receipt.month()).field(THIS_MONTH).empty(1).field(receipt.burden());
        lines.field(1)
                .field(BundledStay.POINTS_A_DAY)
                .field(days)
                .field(subtotal)
                .end();
        lines.begin(CLAIM, 0, "GT");
        lines.field(receipt.month()).field(THIS_MONTH).empty(1).field(receipt.burden());
        lines.field(subtotal).field(receipt.lumpSum()).field(0).field(receipt.lumpSum());
        lines.field(93).empty(2).end();
    }

    /** What was done and is not paid by the act. */
    private void coding(Receipt receipt, LocalDate admitted) {
        for (int each = 1; each <= Math.min(5, receipt.days().total()); each++) {
            lines.begin(CLAIM, 0, "CD");
            lines.field(admitted.plusDays(each - 1L)).field(60).field(each).field(1);
            lines.field("160061710").empty(3).field(1).field("架空の検査").end();
        }
    }
}
