package jp.kenpo.gateway.sandbox.receipt;

import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.any;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.item;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.medical;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.otherDigit;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;
import org.jspecify.annotations.Nullable;

/** Mistakes in the head of a receipt: IR, YK or HM, and RE. */
final class HeadMistakes {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    private static final int PROVIDER_CODE = 7;
    private static final int CLAIM_MONTH = 9;
    private static final int RE_TYPE = 5;
    private static final int RE_MONTH = 6;
    private static final int RE_SEX = 8;
    private static final int RE_BIRTH = 9;
    private static final int RE_ADMISSION = 11;
    private static final int RE_NOTES = 14;
    private static final int RE_CHART = 16;

    private static final String TYPE = "レセプト種別 (receiptType)";
    private static final String TREATMENT_MONTH = "診療年月 (treatmentMonth)";
    private static final String BIRTH = "生年月日 (birthDate)";
    private static final String ADMISSION = "入院年月日 (admissionDate)";

    static final List<ReceiptMistake> ALL = List.of(
            any(
                    "receipt-institution-digit",
                    "医療機関コードの数字が1つ違う",
                    "one digit of the institution code is wrong",
                    HeadMistakes::institution),
            any(
                    "receipt-claimed-after-delivery",
                    "請求年月が受取月より後",
                    "claimed in a month after the delivery",
                    HeadMistakes::claimedLater),
            medical(
                    "receipt-month-impossible",
                    "診療年月が13月",
                    "the treatment month is the thirteenth",
                    item("RE", RE_MONTH, TREATMENT_MONTH, month -> month.substring(0, 4) + "13", "R23")),
            medical(
                    "receipt-month-not-past",
                    "診療年月が請求年月より前でない",
                    "the treatment month is not before the claim month",
                    HeadMistakes::notPast),
            medical(
                    "receipt-sex-no-digit",
                    "男女区分が数字でない",
                    "the sex is not a digit",
                    item("RE", RE_SEX, "男女区分 (sex)", sex -> "M", "R04")),
            medical(
                    "receipt-birth-impossible",
                    "生年月日が暦にない",
                    "the birth date is not in the calendar",
                    item("RE", RE_BIRTH, BIRTH, birth -> birth.substring(0, 4) + "0230", "R23")),
            medical(
                    "receipt-born-after-treatment",
                    "生年月日が診療年月より後",
                    "born after the treatment",
                    HeadMistakes::bornLater),
            medical(
                    "receipt-age-and-type",
                    "レセプト種別が年齢と合わない",
                    "the receipt type does not fit the age",
                    HeadMistakes::elderlyType),
            medical(
                    "receipt-payers-and-type",
                    "レセプト種別が公費の数と合わない",
                    "the receipt type does not fit the number of public payers",
                    item("RE", RE_TYPE, TYPE, otherDigit(2), "R19")),
            medical(
                    "receipt-admission-unfit",
                    "外来のレセプトに入院年月日がある",
                    "an admission date on an out-patient's receipt",
                    HeadMistakes::admitted),
            medical(
                    "receipt-notes-odd",
                    "レセプト特記事項が2桁の倍数でない",
                    "the special notes are not pairs of characters",
                    (draft, chance) -> set(draft, RE_NOTES, "レセプト特記事項 (specialNotes)", "291", "R13")),
            medical(
                    "receipt-chart-too-long",
                    "カルテ番号等が20桁を超える",
                    "the chart number has more than 20 characters",
                    item("RE", RE_CHART, "カルテ番号等 (chartNo)", chart -> "9".repeat(21), "R22")),
            any(
                    "receipt-header-before-insurer",
                    "レセプト共通（RE）と保険者（HO）の順が逆",
                    "the header (RE) stands behind the insurer (HO)",
                    HeadMistakes::headerBehindInsurer));

    private HeadMistakes() {}

    private static Spoilt institution(Draft draft, Chance chance) {
        Draft.Line provider = draft.second();
        provider.set(PROVIDER_CODE, otherDigit(4).apply(provider.item(PROVIDER_CODE)));
        String name = provider.record().equals("HM") ? "ステーションコード (providerCode)" : "医療機関コード (providerCode)";
        return new Spoilt(draft, provider, name).finds("N02");
    }

    /** The month stands behind the name, and behind a reserved item in medical and DPC receipts. */
    private static Spoilt claimedLater(Draft draft, Chance chance) {
        Draft.Line provider = draft.second();
        int place = provider.item(CLAIM_MONTH).matches("\\d{6}") ? CLAIM_MONTH : CLAIM_MONTH + 1;
        provider.set(place, later(provider.item(place), 2));
        return new Spoilt(draft, provider, "請求年月 (claimMonth)").finds("F16");
    }

    private static String later(String month, int months) {
        return YearMonth.parse(month, MONTH).plusMonths(months).format(MONTH);
    }

    private static Spoilt set(Draft draft, int place, String name, String bytes, String rule) {
        Draft.Line header = draft.first("RE");
        header.set(place, bytes);
        return new Spoilt(draft, header, name).finds(rule);
    }

    /** A month that is as long at least, so that no day falls out of it; of nobody whose age matters. */
    private static @Nullable Spoilt notPast(Draft draft, Chance chance) {
        Draft.Line header = draft.first("RE");
        YearMonth month = YearMonth.parse(header.item(RE_MONTH), MONTH);
        int age = month.getYear() - Integer.parseInt(header.item(RE_BIRTH).substring(0, 4));
        if (age < 10 || age > 65) {
            return null;
        }
        YearMonth next = month.plusMonths(1);
        YearMonth later = next.lengthOfMonth() < month.lengthOfMonth() ? next.plusMonths(1) : next;
        return set(draft, RE_MONTH, TREATMENT_MONTH, later.format(MONTH), "R08");
    }

    private static Spoilt bornLater(Draft draft, Chance chance) {
        Draft.Line header = draft.first("RE");
        Spoilt spoilt = set(draft, RE_BIRTH, BIRTH, later(header.item(RE_MONTH), 1) + "15", "R09");
        boolean preschool = "34".indexOf(header.item(RE_TYPE).charAt(3)) >= 0;
        return preschool ? spoilt : spoilt.finds("R10", header, TYPE);
    }

    private static @Nullable Spoilt elderlyType(Draft draft, Chance chance) {
        String type = draft.first("RE").item(RE_TYPE);
        char last = type.charAt(3);
        if (last > '6') {
            return null;
        }
        return set(draft, RE_TYPE, TYPE, type.substring(0, 3) + (last % 2 == 1 ? '7' : '8'), "R10");
    }

    private static @Nullable Spoilt admitted(Draft draft, Chance chance) {
        Draft.Line header = draft.first("RE");
        return header.has(RE_ADMISSION)
                ? null
                : set(draft, RE_ADMISSION, ADMISSION, header.item(RE_MONTH) + "05", "R14");
    }

    /** Not where a correction names the insurer by its line. */
    private static @Nullable Spoilt headerBehindInsurer(Draft draft, Chance chance) {
        if (draft.has("JY")) {
            return null;
        }
        Draft.Line header = draft.first("RE");
        draft.exchangeWithNext(header);
        return new Spoilt(draft, header, LineMistakes.RECORD_ID).finds("R01");
    }
}
