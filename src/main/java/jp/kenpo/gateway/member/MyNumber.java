package jp.kenpo.gateway.member;

/**
 * The My Number (個人番号): its check digit. Never holds, returns or names a number.
 *
 * <p>Source: 平成26年総務省令第85号 第5条.
 */
public final class MyNumber {

    /** Digits of a number, the check digit included. */
    public static final int LENGTH = 12;

    private static final long TWELVE_ONES = 111_111_111_111L;
    private static final long LARGEST = 999_999_999_999L;

    private MyNumber() {}

    /** Returns whether the text is twelve half-width digits with the right check digit, and not one digit twelve times. */
    public static boolean isValid(String text) {
        if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return isValid(Long.parseLong(text));
    }

    /** Returns whether the number, with zeros in front to twelve digits, is a valid one. */
    static boolean isValid(long number) {
        // one digit twelve times may have the right check digit, but was never given to anybody
        if (number < 0 || number > LARGEST || number % TWELVE_ONES == 0) {
            return false;
        }
        int sum = 0;
        long base = number / 10;
        for (int n = 1; n < LENGTH; n++) {
            sum += (int) (base % 10) * (n <= 6 ? n + 1 : n - 5);
            base /= 10;
        }
        int rest = sum % 11;
        int check = rest <= 1 ? 0 : 11 - rest;
        return check == number % 10;
    }

    /** Returns how many valid numbers a text may hold, full-width or half-width, in one piece or as 4-4-4. */
    public static int countIn(String text) {
        return (int) FoldedText.of(text).candidates().stream()
                .filter(NumberCandidate::isValid)
                .count();
    }
}
