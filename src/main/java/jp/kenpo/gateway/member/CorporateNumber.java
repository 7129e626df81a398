package jp.kenpo.gateway.member;

/**
 * Corporate number (法人番号) of an employer or counterparty: thirteen digits, the first a check digit from 1 to 9.
 * Public; its use is not restricted.
 *
 * <p>Source: 法人番号の指定等に関する省令 第2条 (check digit).
 */
public final class CorporateNumber {

    private static final int LENGTH = 13;

    private CorporateNumber() {}

    /** Returns whether the text is thirteen half-width digits of which the first is the right check digit. */
    public static boolean isValid(String text) {
        if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n < LENGTH; n++) {
            sum += (text.charAt(LENGTH - n) - '0') * (n % 2 == 0 ? 2 : 1);
        }
        return text.charAt(0) - '0' == 9 - sum % 9;
    }
}
