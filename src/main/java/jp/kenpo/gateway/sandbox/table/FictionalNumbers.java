package jp.kenpo.gateway.sandbox.table;

import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.CheckDigit;
import jp.kenpo.gateway.sandbox.society.FictionalMember;

/** Numbers with a right check digit that stand for nobody. */
final class FictionalNumbers {

    private static final int DIGITS = 11;

    private FictionalNumbers() {}

    /**
     * A number in the form of a My Number (個人番号), always the same for the same member.
     *
     * <p>Source: the check digit of 番号法 総務省令 第5条.
     */
    static String myNumber(FictionalMember member) {
        Chance chance = Chance.of(
                member.number().hashCode(),
                member.branchNumber().hashCode(),
                member.birthDate().toEpochDay());
        StringBuilder digits = new StringBuilder("0000");
        while (digits.length() < DIGITS) {
            digits.append(chance.below(10));
        }
        int sum = 0;
        for (int n = 1; n <= DIGITS; n++) {
            sum += (digits.charAt(DIGITS - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        return digits.append(rest <= 1 ? 0 : 11 - rest).toString();
    }

    /** A medical institution in Tokyo of the fictional society: prefecture, fee table, code. */
    static String institutionCode(Chance chance) {
        return "13" + "1" + CheckDigit.institutionCode("13", '1', "99%04d".formatted(chance.between(1, 9_999)));
    }

    /** A corporate number: the check digit first. Source: 法人番号の指定等に関する省令 第2条. */
    static String corporateNumber(Chance chance) {
        String base = "9999%08d".formatted(chance.between(1, 99_999_999));
        int sum = 0;
        for (int n = 1; n <= base.length(); n++) {
            sum += (base.charAt(base.length() - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return (9 - sum % 9) + base;
    }
}
