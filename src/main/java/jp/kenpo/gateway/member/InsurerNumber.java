package jp.kenpo.gateway.member;

/**
 * Number of an insurer (保険者番号) or of a public payer (公費負担者番号): eight digits, the last a check digit.
 *
 * <p>Source: 昭和51年8月7日 保発45号, the notice that set the numbers and their check digit (検証番号).
 */
public final class InsurerNumber {

    /** Digits of a number, the check digit included. */
    public static final int LENGTH = 8;

    private InsurerNumber() {}

    /** Returns whether the text is eight half-width digits of which the last is the right check digit. */
    public static boolean isValid(CharSequence text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += Digits.weighted(digit, i % 2 == 0 ? 2 : 1);
        }
        return sum % 10 == 0;
    }
}
