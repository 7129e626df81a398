package jp.kenpo.gateway.sandbox.receipt;

import java.time.YearMonth;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import org.jspecify.annotations.Nullable;

/**
 * One fictional receipt (レセプト): a patient, a month, a provider, in or out.
 *
 * @param controlNumber number that the payer fund gives (レセプト管理番号), nine digits
 * @param providerReceiptNumber the provider's own running number
 * @param month month of treatment (診療年月)
 * @param publicPayer who shares the costs; null if the society alone pays
 * @param days days of visit or stay; of a pharmacy the days on which it took a prescription
 * @param diseases number of diseases, at least 1
 * @param units what was done; of a pharmacy what was dispensed
 * @param lumpSum what is paid beside the units: the days of a DPC stay, the basic fees of a pharmacy
 */
record Receipt(
        ReceiptKind kind,
        long controlNumber,
        int providerReceiptNumber,
        YearMonth month,
        FictionalMember patient,
        Provider provider,
        boolean inpatient,
        @Nullable PublicPayer publicPayer,
        Days days,
        int diseases,
        List<Unit> units,
        int lumpSum) {

    /** Month in which the provider claims: the one after the treatment. */
    YearMonth claimMonth() {
        return month.plusMonths(1);
    }

    /**
     * The number that a receipt is found by (検索番号), 17 digits: prefecture, fee table, month of claim in the era,
     * control number.
     */
    String searchNumber() {
        return provider.prefecture() + kind.feeTable() + era(claimMonth()) + controlNumber;
    }

    /** A month as G YY MM; the search number keeps the era although all else has turned to western dates. */
    static String era(YearMonth month) {
        return String.valueOf(50_000 + (month.getYear() - 2018) * 100 + month.getMonthValue());
    }

    /** Kind of receipt (レセプト種別): fee table, insurance, number of payers, and age with in or out. */
    String type() {
        int outpatient = patient.preschoolIn(month) ? 4 : patient.elderlyIn(month) ? 8 : patient.insured() ? 2 : 6;
        return kind.feeTable() + "1" + (publicPayer == null ? 1 : 2) + (inpatient ? outpatient - 1 : outpatient);
    }

    /** Total points of the insurer: all units, since it shares in each; yen for nursing. */
    int points() {
        return units.stream().mapToInt(Unit::totalPoints).sum() + lumpSum;
    }

    /** Total points of the public payer: the units it shares in, and the lump sum. */
    int sharedPoints() {
        return units.stream().filter(Unit::shared).mapToInt(Unit::totalPoints).sum() + lumpSum;
    }

    /** The same receipt from another provider, under its running number. */
    Receipt claimedBy(Provider other, int running) {
        return new Receipt(
                kind,
                controlNumber,
                running,
                month,
                patient,
                other,
                inpatient,
                publicPayer,
                days,
                diseases,
                units,
                lumpSum);
    }

    /** 負担区分 of what all payers share in. */
    String burden() {
        return publicPayer == null ? "1" : "2";
    }
}
