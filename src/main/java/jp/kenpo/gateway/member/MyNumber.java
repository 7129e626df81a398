package jp.kenpo.gateway.member;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The My Number (個人番号): check digit, and where one may hide in a text. Never holds, returns or names a number.
 *
 * <p>Source: 平成26年総務省令第85号 第5条 (check digit). The boundaries of a candidate are ours: twelve digits with no
 * digit beside them, or three groups of four with the same separator twice and no fourth group; a window slid over
 * longer digits would find numbers by chance.
 */
public final class MyNumber {

    private static final int LENGTH = 12;

    private static final Pattern CANDIDATE = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])"
            + "|(?<![0-9])(?<![0-9][ -])[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}(?![0-9])(?![ -][0-9])");

    /** Signs that people write for the hyphen and that NFKC leaves as they are. */
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\u30fc]");

    private MyNumber() {}

    /** Returns whether the text is twelve half-width digits with the right check digit, and not one digit twelve times. */
    public static boolean isValid(String text) {
        if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n < LENGTH; n++) {
            int digit = text.charAt(LENGTH - 1 - n) - '0';
            sum += digit * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        int check = rest <= 1 ? 0 : 11 - rest;
        boolean allEqual = text.chars().distinct().count() == 1;
        return check == text.charAt(LENGTH - 1) - '0' && !allEqual;
    }

    /** Returns how many valid numbers a text may hold, full-width or half-width, in one piece or as 4-4-4. */
    public static int countIn(String text) {
        String normalised =
                DASHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("-");
        var candidates = CANDIDATE.matcher(normalised);
        int count = 0;
        while (candidates.find()) {
            count += isValid(candidates.group().replaceAll("[ -]", "")) ? 1 : 0;
        }
        return count;
    }
}
