package jp.kenpo.gateway.content.mynumber;

import java.util.List;
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
            var masked = new StringBuilder(text);
            return overwrite(masked, 0, text.length()) ? masked.toString() : text;
        }
        List<NumberCandidate> readable = readable(judgement.candidates(text), text);
        if (readable.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder(text);
        readable.forEach(candidate -> overwrite(masked, candidate.begin(), candidate.end()));
        return masked.toString();
    }

    /** Leaves what nothing explains; the text is judged once, for it may be long and full of them. */
    private List<NumberCandidate> readable(List<NumberCandidate> found, CharSequence text) {
        List<NumberCandidate> valid =
                found.stream().filter(NumberCandidate::isValid).toList();
        return valid.isEmpty() || judgement.of(text) == Judgement.Outcome.EXPLAINED ? List.of() : valid;
    }

    /** Returns whether there was something to overwrite. */
    private static boolean overwrite(StringBuilder text, int begin, int end) {
        boolean changed = false;
        for (int i = begin; i < end; i++) {
            char sign = text.charAt(i);
            if (tells(sign)) {
                text.setCharAt(i, sign < 0x80 ? '*' : '＊');
                changed = true;
            }
        }
        return changed;
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
        List<NumberCandidate> readable = readable(MyNumberSearch.inShiftJis(bytes, from, to), text);
        readable.forEach(candidate -> overwrite(bytes, candidate.begin(), candidate.end()));
        return readable.size();
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
