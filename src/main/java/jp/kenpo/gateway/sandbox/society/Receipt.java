package jp.kenpo.gateway.sandbox.society;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fictional receipt (レセプト): a patient, a month, a provider, in or out.
 *
 * @param controlNumber number that the payer fund gives (レセプト管理番号), nine digits
 * @param providerReceiptNumber the provider's own running number
 * @param month month of treatment (診療年月)
 * @param publicPayer who shares the costs; null if the society alone pays
 * @param days days of visit or stay
 * @param diseases number of diseases, at least 1
 */
record Receipt(
        long controlNumber,
        int providerReceiptNumber,
        YearMonth month,
        FictionalMember patient,
        Provider provider,
        boolean inpatient,
        @Nullable PublicPayer publicPayer,
        Days days,
        int diseases,
        List<Unit> units) {

    /** Month in which the provider claims: the one after the treatment. */
    YearMonth claimMonth() {
        return month.plusMonths(1);
    }

    /**
     * The number that a receipt is found by (検索番号), 17 digits: prefecture, fee table, month of claim in the era,
     * control number.
     */
    String searchNumber() {
        return provider.prefecture() + "1" + era(claimMonth()) + controlNumber;
    }

    /** A month as G YY MM; the search number keeps the era although all else has turned to western dates. */
    static String era(YearMonth month) {
        return String.valueOf(50_000 + (month.getYear() - 2018) * 100 + month.getMonthValue());
    }

    /** Kind of receipt (レセプト種別): medical, insurance, number of payers, and age with in or out. */
    String type() {
        int outpatient = patient.preschoolIn(month) ? 4 : patient.elderlyIn(month) ? 8 : patient.insured() ? 2 : 6;
        return "11" + (publicPayer == null ? 1 : 2) + (inpatient ? outpatient - 1 : outpatient);
    }

    /** Total points of the insurer: all units, since it shares in each. */
    int points() {
        return units.stream().mapToInt(Unit::totalPoints).sum();
    }

    /** Total points of the public payer: the units it shares in. */
    int sharedPoints() {
        return units.stream().filter(Unit::shared).mapToInt(Unit::totalPoints).sum();
    }
}
