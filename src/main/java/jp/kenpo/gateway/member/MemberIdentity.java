package jp.kenpo.gateway.member;

import java.text.Normalizer;
import java.time.LocalDate;

/**
 * Who a member (加入者) is to an insurer: insurer number, symbol, number, branch number (保険者番号・記号・番号・枝番).
 *
 * <p>Where no branch number is recorded, as on claims before September 2021, birth date and sex tell the members of
 * one number apart. Full-width and half-width characters are the same characters, spaces at the ends do not count.
 *
 * <p>{@link #toString()} masks as {@link #masked()} does, so that an identity may appear in a message by mistake.
 *
 * @param distinction branch number of two digits, or birth date and sex
 */
public record MemberIdentity(String insurerNumber, String symbol, String number, String distinction) {

    /** Of a shorter number one sign would tell too much. */
    private static final int SHORTEST_SHOWN = 4;

    /** The full-width forms of the signs from ! to ~. */
    private static final char FIRST_WIDE = '！';

    private static final char LAST_WIDE = '～';

    public MemberIdentity {
        insurerNumber = insurerNumber.strip();
        symbol = normalised(symbol);
        number = normalised(number);
        distinction = normalised(distinction);
    }

    /** Returns the identity of a member whose branch number (枝番) is recorded. */
    public static MemberIdentity withBranch(String insurerNumber, String symbol, String number, String branch) {
        return new MemberIdentity(insurerNumber, symbol, number, branch);
    }

    /**
     * Returns the identity of a member without a recorded branch number.
     *
     * @param sex 1 male, 2 female, as receipts write it
     */
    public static MemberIdentity withoutBranch(
            String insurerNumber, String symbol, String number, LocalDate birthDate, int sex) {
        return new MemberIdentity(insurerNumber, symbol, number, birthDate + "/" + sex);
    }

    /** Most numbers are in half or full width, which needs no table; the normaliser is slow to find out. */
    private static String normalised(String text) {
        char[] half = null;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign >= FIRST_WIDE && sign <= LAST_WIDE) {
                half = half == null ? text.toCharArray() : half;
                half[i] = (char) (sign - FIRST_WIDE + '!');
            } else if (sign >= 0x80) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            }
        }
        return half == null ? text.strip() : new String(half).strip();
    }

    /** Returns whether it is the same member; what {@code equals} says, which is slow for records. */
    public boolean isSameAs(MemberIdentity other) {
        return number.equals(other.number)
                && distinction.equals(other.distinction)
                && symbol.equals(other.symbol)
                && insurerNumber.equals(other.insurerNumber);
    }

    /** Returns the parts in one text that no other identity has. */
    String canonical() {
        return insurerNumber + '\u001f' + symbol + '\u001f' + number + '\u001f' + distinction;
    }

    /**
     * Returns what may be shown to tell two members of one list apart: the insurer number, which is public, and the
     * last sign of a number of four or more: {@code 06990014-****-***7}. Symbol, branch number and birth date are never
     * shown, nor how long they are.
     *
     * <p>Source: ours; 健康保険法 第194条の2 restricts who may ask for the whole.
     */
    public String masked() {
        boolean known = InsurerNumber.isValid(insurerNumber);
        String last = number.length() < SHORTEST_SHOWN ? "*" : number.substring(number.length() - 1);
        return (known ? insurerNumber : "********") + "-****-***" + last;
    }

    @Override
    public String toString() {
        return masked();
    }
}
