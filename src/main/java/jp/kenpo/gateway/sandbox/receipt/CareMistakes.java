package jp.kenpo.gateway.sandbox.receipt;

import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.item;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.medical;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.oneItem;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.otherDigit;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import jp.kenpo.gateway.sandbox.society.Chance;
import org.jspecify.annotations.Nullable;

/** Mistakes in the illness and care of a medical receipt: SY, SI, IY, TO and CO. */
final class CareMistakes {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
    private static final List<String> ACTS = List.of("SI", "IY");
    private static final String MEALS = "97";
    private static final String NOT_CODED = "0000999";

    private static final int RE_MONTH = 6;
    private static final int SY_CODE = 4;
    private static final int SY_START = 5;
    private static final int SY_OUTCOME = 6;
    private static final int SY_MODIFIERS = 7;
    private static final int SY_NAME = 8;
    private static final int BURDEN = 5;
    private static final int CODE = 6;
    private static final int POINTS = 8;
    private static final int TIMES = 9;
    private static final int FIRST_DAY = 16;
    private static final int CO_TEXT = 7;

    private static final String START = "診療開始日 (startDate)";
    private static final String NAME = "傷病名称 (diseaseName)";
    private static final String NUMBER_OF_TIMES = "回数 (times)";
    private static final String TEXT = "文字データ (text)";

    private static final Predicate<Draft.Line> CODED =
            line -> !line.item(SY_CODE).equals(NOT_CODED);

    static final List<ReceiptMistake> ALL = List.of(
            medical(
                    "receipt-disease-code-short",
                    "傷病名コードが7桁でない",
                    "the disease code is too short",
                    oneItem(List.of("SY"), CODED, SY_CODE, "傷病名コード (diseaseCode)", code -> code.substring(1), "R22")),
            medical(
                    "receipt-disease-unnamed",
                    "未コード化傷病名に名称がない",
                    "an uncoded disease has no name",
                    oneItem(List.of("SY"), CODED.negate(), SY_NAME, NAME, name -> "", "R14")),
            medical(
                    "receipt-disease-named-twice",
                    "コード化された傷病名に名称もある",
                    "a coded disease has a name too",
                    oneItem(List.of("SY"), CODED, SY_NAME, NAME, name -> Draft.written("架空症"), "R14")),
            medical(
                    "receipt-started-after-treatment",
                    "診療開始日が診療年月より後",
                    "the care began after the treatment month",
                    CareMistakes::startedLater),
            medical(
                    "receipt-outcome-missing",
                    "転帰区分がない",
                    "the outcome is missing",
                    item("SY", SY_OUTCOME, "転帰区分 (outcome)", outcome -> "", "R21")),
            medical(
                    "receipt-modifiers-cut",
                    "修飾語コードが4桁の倍数でない",
                    "the modifiers are not codes of four digits",
                    oneItem(List.of("SY"), CODED, SY_MODIFIERS, "修飾語コード (modifierCodes)", codes -> "80021", "R13")),
            medical(
                    "receipt-burden-of-nobody",
                    "負担区分の負担者がレセプトにない",
                    "the burden names a payer that the receipt does not have",
                    oneItem(
                            List.of("SI", "IY", "TO"),
                            line -> line.item(BURDEN).equals("1"),
                            BURDEN,
                            "負担区分 (burdenClass)",
                            burden -> "3",
                            "R15")),
            medical(
                    "receipt-code-no-number",
                    "診療行為コードが数字でない",
                    "the code of an act is not a number",
                    oneItem(
                            List.of("SI"),
                            line -> true,
                            CODE,
                            "診療行為コード (itemCode)",
                            code -> code.substring(0, 8) + "A",
                            "R04")),
            medical(
                    "receipt-code-of-drug",
                    "診療行為のレコードに医薬品のコードがある",
                    "a drug's code in the record of an act",
                    oneItem(
                            List.of("SI"),
                            line -> true,
                            CODE,
                            "診療行為コード (itemCode)",
                            code -> "6" + code.substring(1),
                            "R35")),
            medical(
                    "receipt-points-changed",
                    "明細の点数が変わり合計と合わない",
                    "the points of a line were changed and no longer add up",
                    (draft, chance) -> PayerMistakes.uncorrected(draft, chance, CareMistakes::points)),
            medical(
                    "receipt-times-changed",
                    "回数が日ごとの計とも合計とも合わない",
                    "the times fit neither the days nor the total",
                    (draft, chance) -> PayerMistakes.uncorrected(draft, chance, CareMistakes::times)),
            medical("receipt-day-changed", "日ごとの回数の計が回数と違う", "the days do not add up to the times", CareMistakes::day),
            medical(
                    "receipt-text-too-long",
                    "コメントが76バイトを超える",
                    "a comment is longer than 76 bytes",
                    item("CO", CO_TEXT, TEXT, text -> Draft.written("架".repeat(39)), "R22")),
            medical(
                    "receipt-text-vendor-sign",
                    "コメントに機種依存文字がある",
                    "a comment has a sign outside JIS X 0208",
                    item("CO", CO_TEXT, TEXT, text -> Draft.written("架空①"), "F14")),
            medical(
                    "receipt-comment-code-digit-missing",
                    "コメントコードが9桁でない",
                    "a comment code is too short",
                    item("CO", CODE, "コメントコード (commentCode)", code -> code.substring(0, 8), "R22")));

    private CareMistakes() {}

    private static Spoilt startedLater(Draft draft, Chance chance) {
        YearMonth month = YearMonth.parse(draft.first("RE").item(RE_MONTH), MONTH);
        Draft.Line disease = chance.oneOf(draft.all("SY"));
        disease.set(SY_START, month.plusMonths(1).format(MONTH) + "01");
        return new Spoilt(draft, disease, START).finds("R09");
    }

    private static @Nullable Spoilt points(Draft draft, Chance chance) {
        Draft.Line act = paidAct(draft, chance);
        if (act == null) {
            return null;
        }
        act.set(POINTS, String.valueOf(act.number(POINTS) + 1));
        return wrongTotals(draft, act, new Spoilt(draft, act, "点数 (points)"));
    }

    private static @Nullable Spoilt times(Draft draft, Chance chance) {
        Draft.Line act = paidAct(draft, chance);
        if (act == null) {
            return null;
        }
        act.set(TIMES, String.valueOf(act.number(TIMES) + 1));
        return wrongTotals(draft, act, new Spoilt(draft, act, NUMBER_OF_TIMES).finds("R12"));
    }

    /** An act that has points of its own; the line of a first act, so that it is no meal. */
    private static Draft.@Nullable Line paidAct(Draft draft, Chance chance) {
        List<Draft.Line> paid = draft.all("SI").stream()
                .filter(line -> line.has(POINTS) && line.has(4) && !line.item(4).equals(MEALS))
                .toList();
        return paid.isEmpty() ? null : chance.oneOf(paid);
    }

    private static Spoilt wrongTotals(Draft draft, Draft.Line act, Spoilt spoilt) {
        spoilt.finds("T01", draft.first("HO"), PayerMistakes.TOTAL);
        return act.item(BURDEN).equals("2") ? spoilt.finds("T01", draft.first("KO"), PayerMistakes.TOTAL) : spoilt;
    }

    private static Spoilt day(Draft draft, Chance chance) {
        Draft.Line act = chance.oneOf(draft.all(ACTS.toArray(String[]::new)));
        int day = FIRST_DAY;
        while (!act.has(day)) {
            day++;
        }
        act.set(day, otherDigit(0).apply(act.item(day)).replaceFirst("^0", "1"));
        return new Spoilt(draft, act, (day - FIRST_DAY + 1) + "日の情報 (day" + (day - FIRST_DAY + 1) + ")")
                .finds("R12", act, NUMBER_OF_TIMES);
    }
}
