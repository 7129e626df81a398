package jp.kenpo.gateway.content.mynumber;

import jp.kenpo.gateway.member.MyNumberSearch;
import jp.kenpo.gateway.member.NumberCandidate;

/**
 * Masks what the {@link MyNumberGuard} sees in one column: each digit becomes an asterisk of its own width, so that the
 * text keeps its length and the number can't be recovered. What the column explains stays as it is.
 *
 * <p>Source: 利用目的の公表, item 7 (masked so that it can't be recovered).
 */
public final class MyNumberMask {

    private static final byte WIDE_LEAD = (byte) 0x81;
    private static final byte WIDE_ASTERISK = (byte) 0x96;

    private final Judgement judgement;

    /** @param name heading and what the column is declared as, as for {@link MyNumberGuard#column} */
    public MyNumberMask(String name, Watch watch) {
        this.judgement = new Judgement(name, watch);
    }

    /** Returns the text without a readable number; the same object if it holds none. */
    public String masked(String text) {
        if (judgement.isDeclared()) {
            return masked(text, 0, text.length());
        }
        String masked = text;
        for (NumberCandidate candidate : judgement.candidates(text)) {
            if (candidate.isValid() && judgement.of(text) != Judgement.Outcome.EXPLAINED) {
                masked = masked(masked, candidate.begin(), candidate.end());
            }
        }
        return masked;
    }

    private static String masked(String text, int begin, int end) {
        var masked = new StringBuilder(text);
        boolean changed = false;
        for (int i = begin; i < end; i++) {
            char sign = text.charAt(i);
            if (tells(sign)) {
                masked.setCharAt(i, sign < 0x80 ? '*' : '＊');
                changed = true;
            }
        }
        return changed ? masked.toString() : text;
    }

    /** Digits in every form, and letters: an exponent is part of the number. Spaces and hyphens are not. */
    private static boolean tells(char sign) {
        int type = Character.getType(sign);
        return (Character.isLetterOrDigit(sign) && type != Character.MODIFIER_LETTER)
                || type == Character.OTHER_NUMBER
                || type == Character.SURROGATE;
    }

    /**
     * Overwrites the numbers in a part of a Shift_JIS or windows-31j text and returns how many there were.
     *
     * @param from index of the first byte
     * @param to index behind the last byte
     * @param text the same part, decoded
     */
    public int maskShiftJis(byte[] bytes, int from, int to, CharSequence text) {
        int count = 0;
        for (NumberCandidate candidate : MyNumberSearch.inShiftJis(bytes, from, to)) {
            if (candidate.isValid() && judgement.of(text) != Judgement.Outcome.EXPLAINED) {
                overwrite(bytes, candidate.begin(), candidate.end());
                count++;
            }
        }
        return count;
    }

    private static void overwrite(byte[] bytes, int begin, int end) {
        int at = begin;
        while (at < end) {
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                bytes[at] = '*';
                at++;
            } else if (bytes[at] == (byte) 0x82) {
                bytes[at] = WIDE_LEAD;
                bytes[at + 1] = WIDE_ASTERISK;
                at += 2;
            } else {
                // a separator of one byte or two
                at += bytes[at] < 0 && bytes[at] != (byte) 0xB0 ? 2 : 1;
            }
        }
    }
}
