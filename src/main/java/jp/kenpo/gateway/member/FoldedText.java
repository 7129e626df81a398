package jp.kenpo.gateway.member;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text with every form of a digit, a hyphen or a space as the half-width one, and where each sign comes from.
 *
 * <p>What is none of these is not kept as it was: enough to find numbers, not to read.
 */
final class FoldedText {

    /** Stands for every sign that plays no part. */
    private static final char OTHER = 'x';

    private static final int GROUP = 4;

    private char[] signs;
    private int[] origins;
    private int length;

    private FoldedText(int capacity) {
        signs = new char[capacity];
        origins = new int[capacity + 1];
    }

    /** Origins count characters. */
    static FoldedText of(CharSequence text) {
        var folded = new FoldedText(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            char simple = folded(sign);
            if (simple != 0) {
                folded.add(simple, i);
            } else {
                i = folded.addNormalised(text, i);
            }
        }
        folded.origins[folded.length] = text.length();
        return folded;
    }

    /** Origins count bytes. Source: JIS X 0208, rows 1 and 3, as Shift_JIS and windows-31j write them. */
    static FoldedText ofShiftJis(byte[] bytes, int from, int to) {
        var folded = new FoldedText(to - from);
        int at = from;
        while (at < to) {
            int lead = bytes[at] & 0xFF;
            boolean pair = ((lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC)) && at + 1 < to;
            if (pair) {
                folded.add(pair(lead, bytes[at + 1] & 0xFF), at);
            } else {
                // the one byte above ASCII that matters is ー in half width
                folded.add(lead < 0x80 ? folded((char) lead) : lead == 0xB0 ? '-' : OTHER, at);
            }
            at += pair ? 2 : 1;
        }
        folded.origins[folded.length] = to;
        return folded;
    }

    private static char pair(int lead, int trail) {
        if (lead == 0x82 && trail >= 0x4F && trail <= 0x58) {
            return (char) ('0' + trail - 0x4F);
        }
        if (lead != 0x81) {
            return OTHER;
        }
        return switch (trail) {
            case 0x40 -> ' ';
            case 0x5B, 0x5C, 0x5D, 0x7C -> '-';
            default -> OTHER;
        };
    }

    /** Returns the half-width sign; 0 where only the normaliser knows. */
    private static char folded(char sign) {
        if (sign < 0x80) {
            return sign;
        }
        if (sign >= '０' && sign <= '９') {
            return (char) (sign - '０' + '0');
        }
        if (isDash(sign)) {
            return '-';
        }
        if (sign == '\u3000') {
            return ' ';
        }
        return MyNumberSearch.isPlain(sign) ? OTHER : 0;
    }

    /** Signs that people write for the hyphen; NFKC leaves some of them as they are. */
    private static boolean isDash(char sign) {
        return (sign >= '\u2010' && sign <= '\u2015')
                || sign == '\u2212'
                || sign == '\u30fc'
                || sign == '\uff0d'
                || sign == '\uff70'
                || sign == '\ufe63';
    }

    /** Adds what NFKC makes of one character and returns the index of its last unit. */
    private int addNormalised(CharSequence text, int at) {
        int point = Character.codePointAt(text, at);
        String normalised = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        for (int i = 0; i < normalised.length(); i++) {
            char simple = folded(normalised.charAt(i));
            add(simple == 0 ? OTHER : simple, at);
        }
        return at + Character.charCount(point) - 1;
    }

    private void add(char sign, int origin) {
        if (length == signs.length) {
            signs = Arrays.copyOf(signs, 2 * length + 1);
            origins = Arrays.copyOf(origins, signs.length + 1);
        }
        signs[length] = sign;
        origins[length++] = origin;
    }

    String signs() {
        return new String(signs, 0, length);
    }

    int origin(int index) {
        return origins[index];
    }

    /** Returns the places where twelve digits stand alone, in one piece or as 4-4-4. */
    List<NumberCandidate> candidates() {
        List<NumberCandidate> found = new ArrayList<>();
        int at = 0;
        while (at < length) {
            int end = endOfDigits(at);
            if (end - at == MyNumber.LENGTH) {
                found.add(candidate(at, end));
            } else if (end - at == GROUP) {
                int last = endOfGroups(at);
                if (last > 0) {
                    found.add(candidate(at, last));
                    end = last;
                }
            }
            at = Math.max(end, at + 1);
        }
        return found;
    }

    private NumberCandidate candidate(int begin, int end) {
        long number = 0;
        for (int i = begin; i < end; i++) {
            number = isDigit(i) ? 10 * number + signs[i] - '0' : number;
        }
        return new NumberCandidate(origins[begin], origins[end], number);
    }

    /** Returns the end of three groups with the same separator and no fourth; 0 if they are not there. */
    private int endOfGroups(int begin) {
        int second = begin + GROUP + 1;
        int third = second + GROUP + 1;
        int end = third + GROUP;
        boolean three = end <= length
                && isSeparator(second - 1)
                && signs[second - 1] == signs[third - 1]
                && endOfDigits(second) == third - 1
                && endOfDigits(third) == end;
        boolean fourth = (isSeparator(end) && isDigit(end + 1)) || (isSeparator(begin - 1) && isDigit(begin - 2));
        return three && !fourth ? end : 0;
    }

    private int endOfDigits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int index) {
        return index >= 0 && index < length && signs[index] >= '0' && signs[index] <= '9';
    }

    private boolean isSeparator(int index) {
        return index >= 0 && index < length && (signs[index] == ' ' || signs[index] == '-');
    }
}
