package jp.kenpo.gateway.content.checkup;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which texts may stand at a place of a document without another look at it: those that the schema permits there, that
 * no XML parser would read as anything but themselves, and that can hold no My Number.
 *
 * <p>Narrow on purpose. What is not accepted here is not wrong, it is left to the parser and the schema.
 *
 * @param figure whether only a decimal number may stand there
 * @param pattern what the text has to match; null if nothing is asked
 */
record FreeText(boolean figure, @Nullable Pattern pattern) {

    /** Any text that is not empty. */
    static final FreeText ANY = new FreeText(false, null);

    /** A decimal number. */
    static final FreeText FIGURE = new FreeText(true, null);

    private static final int LONGEST = 240;
    private static final int LONGEST_FIGURE = 10;
    /** A My Number has twelve digits, of any form. */
    private static final int FEWEST_DIGITS_OF_NUMBER = 12;

    static FreeText matching(String pattern) {
        return new FreeText(false, Pattern.compile(pattern));
    }

    /** Returns whether the text between two places of a document in UTF-8 may stand there. */
    boolean accepts(byte[] bytes, int from, int to) {
        if (figure) {
            return isFigure(bytes, from, to);
        }
        return to > from
                && to - from <= LONGEST
                && isPlain(bytes, from, to)
                && (pattern == null
                        || pattern.matcher(new String(bytes, from, to - from, StandardCharsets.UTF_8))
                                .matches());
    }

    private static boolean isFigure(byte[] bytes, int from, int to) {
        boolean point = false;
        boolean fits = to > from && to - from <= LONGEST_FIGURE;
        for (int i = from; fits && i < to; i++) {
            boolean inside = i > from && i < to - 1;
            fits = (bytes[i] >= '0' && bytes[i] <= '9') || (bytes[i] == '.' && inside && !point);
            point |= bytes[i] == '.';
        }
        return fits;
    }

    /**
     * Text without white space that a type may collapse, signs of XML, addresses of anything, control characters and
     * numbers of persons.
     */
    private static boolean isPlain(byte[] bytes, int from, int to) {
        int digits = 0;
        int before = ' ';
        int at = from;
        while (at < to) {
            int sign = sign(bytes, at, to);
            boolean edge = at == from || at + width(sign) == to;
            boolean twice = sign == ' ' && before == ' ';
            if (sign < ' ' || isMarkup(sign) || twice || (edge && Character.isWhitespace(sign))) {
                return false;
            }
            before = sign;
            digits += Character.isDigit(sign) ? 1 : 0;
            at += width(sign);
        }
        return digits < FEWEST_DIGITS_OF_NUMBER;
    }

    private static boolean isMarkup(int sign) {
        return switch (sign) {
            case '<', '>', '&', '"', '\'', ':', 0x2028, 0x2029 -> true;
            default -> sign >= 0x7f && sign < 0xa0;
        };
    }

    private static int width(int sign) {
        if (sign < 0x80) {
            return 1;
        }
        return sign < 0x800 ? 2 : 3;
    }

    /** Returns a sign of the basic plane; -1 for what is none in strict UTF-8, and for all others. */
    private static int sign(byte[] bytes, int at, int to) {
        int first = bytes[at];
        if (first >= 0) {
            return first;
        }
        if ((first & 0xe0) == 0xc0 && at + 1 < to && follows(bytes[at + 1])) {
            int sign = ((first & 0x1f) << 6) | (bytes[at + 1] & 0x3f);
            return sign < 0x80 ? -1 : sign;
        }
        if ((first & 0xf0) == 0xe0 && at + 2 < to && follows(bytes[at + 1]) && follows(bytes[at + 2])) {
            int sign = ((first & 0x0f) << 12) | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f);
            boolean half = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
            return sign < 0x800 || half || sign >= 0xfffe ? -1 : sign;
        }
        return -1;
    }

    private static boolean follows(byte part) {
        return (part & 0xc0) == 0x80;
    }
}
