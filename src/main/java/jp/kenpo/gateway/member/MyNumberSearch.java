package jp.kenpo.gateway.member;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in a text a My Number (個人番号) may hide.
 *
 * <p>A candidate is twelve digits with no digit beside them, or three groups of four with the same space or hyphen
 * twice and no fourth group; a window slid over longer digits would find numbers by chance. Full-width and other forms
 * of a digit are digits. Source: the boundaries are ours, there is no public rule.
 */
public final class MyNumberSearch {

    /** A number that a spreadsheet keeps as a figure has lost its leading zeros; more than three are not believed. */
    private static final Pattern SHORTENED = Pattern.compile(" *([0-9]{9,11})(\\.0+)? *");

    private static final Pattern SCIENTIFIC = Pattern.compile(" *([0-9](\\.[0-9]{1,11})?[Ee]\\+?(0?[89]|1[01])) *");

    private static final int GROUP = 4;

    /** Bytes that may be a digit in a form of its own: whoever meets one looks closely. */
    private static final int OTHER_FORM = -1;

    private MyNumberSearch() {}

    /** Returns the candidates, with indices of characters. */
    public static List<NumberCandidate> in(CharSequence text) {
        return hasDigits(text, MyNumber.LENGTH) ? FoldedText.of(text).candidates() : List.of();
    }

    /**
     * Returns the candidates in a part of a Shift_JIS or windows-31j text, with indices of bytes.
     *
     * @param from index of the first byte
     * @param to index behind the last byte
     */
    public static List<NumberCandidate> inShiftJis(byte[] bytes, int from, int to) {
        return FoldedText.ofShiftJis(bytes, from, to).candidates();
    }

    /** Returns the candidate that twelve digits of ASCII are, with indices of bytes. */
    public static NumberCandidate ofDigits(byte[] bytes, int from) {
        long number = 0;
        for (int at = from; at < from + MyNumber.LENGTH; at++) {
            number = 10 * number + bytes[at] - '0';
        }
        return new NumberCandidate(from, from + MyNumber.LENGTH, number);
    }

    /**
     * Returns the number that the whole text is after a spreadsheet took away its leading zeros or wrote it with an
     * exponent; empty if the text is something else.
     */
    public static Optional<NumberCandidate> shortenedIn(CharSequence text) {
        if (text.length() > 40 || !hasDigits(text, 1)) {
            return Optional.empty();
        }
        String folded = FoldedText.of(text).signs();
        var plain = SHORTENED.matcher(folded);
        if (plain.matches()) {
            return Optional.of(new NumberCandidate(0, text.length(), Long.parseLong(plain.group(1))));
        }
        var scientific = SCIENTIFIC.matcher(folded);
        return scientific.matches() ? whole(new BigDecimal(scientific.group(1)), text.length()) : Optional.empty();
    }

    private static Optional<NumberCandidate> whole(BigDecimal number, int length) {
        boolean fraction = number.stripTrailingZeros().scale() > 0;
        return fraction ? Optional.empty() : Optional.of(new NumberCandidate(0, length, number.longValueExact()));
    }

    /** Returns whether a text has digits enough to hold a candidate. Quick, and wrong only on the careful side. */
    public static boolean mayStandIn(CharSequence text) {
        return hasDigits(text, MyNumber.LENGTH);
    }

    /**
     * Returns whether bytes of a text in ASCII, UTF-8, Shift_JIS or windows-31j may hold a candidate at all. Quick, and
     * wrong only on the careful side.
     */
    public static boolean mayStandIn(byte[] bytes, int from, int to) {
        int run = 0;
        int groups = 0;
        int at = from;
        while (at < to) {
            int digit = digitBytes(bytes, at, to);
            if (digit == OTHER_FORM) {
                return true;
            }
            if (digit > 0) {
                run++;
            } else if (run > 0) {
                if (run == MyNumber.LENGTH) {
                    return true;
                }
                groups += run == GROUP ? 1 : 0;
                run = 0;
            }
            at += Math.max(digit, 1);
        }
        return run == MyNumber.LENGTH || groups + (run == GROUP ? 1 : 0) >= 3;
    }

    /**
     * As {@link #mayStandIn(byte[], int, int)} for bytes that are known to be Shift_JIS or windows-31j: no second byte
     * is taken for a character of its own, which most Japanese texts would be looked at more closely for.
     */
    public static boolean mayStandInShiftJis(byte[] bytes, int from, int to) {
        int run = 0;
        int groups = 0;
        int at = from;
        while (at < to) {
            int first = bytes[at] & 0xFF;
            int second = isLead(first) && at + 1 < to ? bytes[at + 1] & 0xFF : 0;
            boolean wide = second >= 0x40 && second != 0x7F;
            int digit = wide ? wideDigitBytes(first, second, 0) : digitBytes(bytes, at, at + 1);
            if ((digit == OTHER_FORM && first == 0x87) || (run == MyNumber.LENGTH && digit <= 0)) {
                return true;
            }
            if (digit <= 0 && run == GROUP && groups == 2) {
                return true;
            }
            // a separator is one sign between two groups, and no letter
            boolean separates = digit <= 0 && run == GROUP && !isLetter(first);
            groups = separates ? groups + 1 : digit > 0 ? groups : 0;
            run = digit > 0 ? run + 1 : 0;
            at += wide ? 2 : 1;
        }
        return run == MyNumber.LENGTH || (run == GROUP && groups == 2);
    }

    private static boolean isLetter(int b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }

    private static boolean isLead(int b) {
        return (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC);
    }

    /** Returns how many bytes the digit has that begins here; 0 if it is none. */
    private static int digitBytes(byte[] bytes, int at, int to) {
        int b = bytes[at];
        if (b >= 0) {
            return b >= '0' && b <= '9' ? 1 : 0;
        }
        return at + 1 < to ? wideDigitBytes(b & 0xFF, bytes[at + 1] & 0xFF, at + 2 < to ? bytes[at + 2] & 0xFF : 0) : 0;
    }

    private static int wideDigitBytes(int first, int second, int third) {
        return switch (first) {
            case 0x82 -> second >= 0x4F && second <= 0x58 ? 2 : 0;
            case 0xEF -> second == 0xBC && third >= 0x90 && third <= 0x99 ? 3 : 0;
            // circled and raised digits: windows-31j, then UTF-8
            case 0x87 -> second >= 0x40 && second <= 0x53 ? OTHER_FORM : 0;
            case 0xC2 -> second == 0xB2 || second == 0xB3 || second == 0xB9 ? OTHER_FORM : 0;
            case 0xE2 -> second == 0x81 || second == 0x82 || (second >= 0x91 && second <= 0x93) ? OTHER_FORM : 0;
            case 0xE3 -> second >= 0x88 && second <= 0x8F ? OTHER_FORM : 0;
            case 0xF0 -> second == 0x9D ? OTHER_FORM : 0;
            default -> 0;
        };
    }

    private static boolean hasDigits(CharSequence text, int fewest) {
        int digits = 0;
        int length = text.length();
        for (int i = 0; i < length && digits < fewest; i++) {
            char sign = text.charAt(i);
            if ((sign >= '0' && sign <= '9') || (sign >= '０' && sign <= '９')) {
                digits++;
            } else if (!isPlain(sign)) {
                // may become two digits
                digits += 2;
            }
        }
        return digits >= fewest;
    }

    /** Returns whether a character that is neither a digit nor a hyphen stays so whatever the normaliser does. */
    public static boolean isPlain(char sign) {
        return sign < 0x80
                || (sign >= '\u3000' && sign <= '\u321f')
                || (sign >= '\u3400' && sign <= '\u9fff')
                || (sign >= '\uff1a' && sign <= '\uff9f');
    }
}
