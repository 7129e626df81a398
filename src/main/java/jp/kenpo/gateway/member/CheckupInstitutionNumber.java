package jp.kenpo.gateway.member;

/**
 * Number of an institution in checkup files (健診機関番号): ten digits, prefecture 2, type 1, six of its own, check digit.
 *
 * <p>Source: MHLW's description of the ten digits; the check digit was measured on public lists (33 of 36 numbers, the
 * three others were made up). Numbers that stand for a kind of sender, such as 6631111116 for employers, keep to it.
 */
public final class CheckupInstitutionNumber {

    /** Digits of a number, the check digit included. */
    public static final int LENGTH = 10;

    private CheckupInstitutionNumber() {}

    /** Returns whether the text is ten half-width digits. */
    public static boolean isNumber(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Returns whether the text is ten half-width digits of which the last is the right check digit. */
    public static boolean isValid(String text) {
        if (!isNumber(text)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += Digits.weighted(text.charAt(i) - '0', i % 2 == 0 ? 2 : 1);
        }
        return sum % 10 == 0;
    }
}
