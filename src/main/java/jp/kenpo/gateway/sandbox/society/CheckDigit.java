package jp.kenpo.gateway.sandbox.society;

/**
 * Check digits (検証番号) of insurers, public payers, recipients and institutions.
 *
 * <p>All four go by one rule: from the right the digits weigh 2, 1, 2, 1 …, the digits of the products are added,
 * and the check digit fills up to the next ten. Written here a second time on purpose: a generator that shares this
 * with the reader would agree with its mistakes.
 */
public final class CheckDigit {

    private CheckDigit() {}

    /** The digits with their check digit behind them. */
    public static String appendedTo(String digits) {
        return digits + of(digits);
    }

    /**
     * The check digit of an institution code (医療機関コード).
     *
     * <p>In Saitama, Chiba, Tokyo and Kanagawa the code stands alone, elsewhere prefecture and fee table count too.
     * Found by measurement on the published codes of August 2025; no text states it.
     */
    public static String institutionCode(String prefecture, char feeTable, String sixDigits) {
        boolean standsAlone = prefecture.compareTo("11") >= 0 && prefecture.compareTo("14") <= 0;
        return sixDigits + of(standsAlone ? sixDigits : prefecture + feeTable + sixDigits);
    }

    private static int of(String digits) {
        int sum = 0;
        int weight = 2;
        for (int place = digits.length() - 1; place >= 0; place--) {
            int product = (digits.charAt(place) - '0') * weight;
            sum += product / 10 + product % 10;
            weight = 3 - weight;
        }
        return (10 - sum % 10) % 10;
    }
}
