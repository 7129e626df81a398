package jp.kenpo.gateway.sandbox.receipt;

import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.any;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.item;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.medical;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.otherDigit;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.sandbox.society.Chance;
import org.jspecify.annotations.Nullable;

/** Mistakes in what says who pays: HO, KO and SN. */
final class PayerMistakes {

    static final int POINTS = 8;
    static final String TOTAL = "合計点数 (totalPoints)";

    private static final int NUMBER = 4;
    private static final int CARD_NUMBER = 6;
    private static final int DAYS = 7;
    private static final int SN_PAYER = 4;
    private static final int SN_BRANCH = 9;
    private static final String INSURER = "保険者番号 (insurerNo)";

    /** Another society that does not exist; its check digit is right. */
    private static final String OTHER_SOCIETY = "06990022";

    static final List<ReceiptMistake> ALL = List.of(
            any(
                    "receipt-insurer-digit",
                    "保険者番号の数字が1つ違う",
                    "one digit of the insurer number is wrong",
                    item("HO", NUMBER, INSURER, otherDigit(6), "N01", "F06", "F17")),
            any(
                    "receipt-insurer-other",
                    "他の保険者のレセプト",
                    "the receipt of another insurer",
                    item("HO", NUMBER, INSURER, number -> OTHER_SOCIETY, "F06", "F17")),
            any(
                    "receipt-public-payer-digit",
                    "公費負担者番号の数字が1つ違う",
                    "one digit of the public payer's number is wrong",
                    item("KO", NUMBER, "負担者番号 (publicPayerNo)", otherDigit(5), "N01")),
            medical(
                    "receipt-card-number-missing",
                    "被保険者証の番号がない",
                    "the card number is missing",
                    item("HO", CARD_NUMBER, "被保険者証等の番号 (cardNumber)", number -> "", "R21")),
            medical(
                    "receipt-days-beyond-month",
                    "診療実日数が月の日数を超える",
                    "more days than the month has",
                    item("HO", DAYS, "診療実日数 (actualDays)", days -> "32", "R11")),
            medical(
                    "receipt-total-changed",
                    "合計点数が明細の計と違う",
                    "the total is not the sum of the lines",
                    total("HO", "T01")),
            medical(
                    "receipt-public-total-changed",
                    "公費の合計点数が明細の計と違う",
                    "the public payer's total is not the sum of its lines",
                    total("KO", "T01")),
            new ReceiptMistake(
                    "receipt-total-doubtful",
                    "合計点数が明細の計と違う（推定の様式）",
                    "the total is not the sum of the lines, in a layout that is inferred",
                    Set.of(ReceiptKind.DENTAL, ReceiptKind.DPC),
                    total("HO", "T03")),
            any(
                    "receipt-branch-one-digit",
                    "枝番が1桁",
                    "the branch number has one digit",
                    item("SN", SN_BRANCH, "枝番 (branch)", branch -> branch.substring(1), "R16")),
            any(
                    "receipt-eligibility-payer",
                    "資格確認の負担者種別がレセプトにない",
                    "the eligibility names a payer that the receipt does not have",
                    item("SN", SN_PAYER, "負担者種別 (payerKind)", kind -> "5", "R16")));

    private PayerMistakes() {}

    /** A total of a claim that was not corrected, since a correction would be wrong with it. */
    private static ReceiptMistake.Change total(String record, String rule) {
        UnaryOperator<String> higher = points -> String.valueOf(Integer.parseInt(points) + 10);
        ReceiptMistake.Change change = item(record, POINTS, TOTAL, higher, rule);
        return (draft, chance) -> uncorrected(draft, chance, change);
    }

    static @Nullable Spoilt uncorrected(Draft draft, Chance chance, ReceiptMistake.Change change) {
        return draft.has("JY") ? null : change.in(draft, chance);
    }
}
