package jp.kenpo.gateway.sandbox.receipt;

import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.CheckDigit;

/**
 * A public payer (公費) that shares the costs of a receipt with the society.
 *
 * @param number number of the payer (公費負担者番号), eight digits with check digit
 * @param recipient number of the recipient (公費受給者番号), seven digits with check digit
 * @param paysAll whether it shares in everything that was done
 */
record PublicPayer(String number, String recipient, boolean paysAll) {

    /** Support of small children by the municipality, law number 88. */
    static PublicPayer ofSmallChildren(Chance chance) {
        return new PublicPayer(CheckDigit.appendedTo("8813990"), recipient(chance), true);
    }

    /** Support of patients with designated diseases, law number 54. */
    static PublicPayer ofDesignatedDisease(Chance chance) {
        return new PublicPayer(CheckDigit.appendedTo("5413990"), recipient(chance), false);
    }

    private static String recipient(Chance chance) {
        return CheckDigit.appendedTo(Integer.toString(chance.between(100_000, 999_999)));
    }
}
