package jp.kenpo.gateway.sandbox.society;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A member (加入者) who does not exist.
 *
 * <p>{@link #toString()} says nothing about the person, as it would for a real one.
 *
 * @param symbol symbol (記号), full-width digits
 * @param number number (番号), full-width digits
 * @param branchNumber branch number (枝番), two digits; 01 is the insured person
 * @param familyName family name, made of words for what is not real
 * @param givenName given name
 * @param kana both names in katakana, without a space
 * @param male sex
 * @param birthDate date of birth
 * @param address address in a place that does not exist
 */
public record FictionalMember(
        String symbol,
        String number,
        String branchNumber,
        String familyName,
        String givenName,
        String kana,
        boolean male,
        LocalDate birthDate,
        String address) {

    /** Whether this is the insured person (被保険者); all others are dependants (被扶養者). */
    public boolean insured() {
        return branchNumber.equals("01");
    }

    /** Sex as receipts write it: 1 male, 2 female. */
    public int sexCode() {
        return male ? 1 : 2;
    }

    /** Family and given name, one full-width space between them. */
    public String name() {
        return familyName + '　' + givenName;
    }

    /**
     * Whether the person is born, and not yet 75, throughout the month; at 75 one leaves the society.
     *
     * <p>Source: 高齢者の医療の確保に関する法律 第50条.
     */
    public boolean belongsIn(YearMonth month) {
        return birthDate.isBefore(month.atDay(1)) && birthDate.plusYears(75).isAfter(month.atEndOfMonth());
    }

    /** Whether the person is before school age (未就学者): until the first 31 March after the sixth birthday. */
    public boolean preschoolIn(YearMonth month) {
        LocalDate sixth = birthDate.plusYears(6);
        YearMonth school = YearMonth.of(sixth.getMonthValue() <= 3 ? sixth.getYear() : sixth.getYear() + 1, 4);
        return month.isBefore(school);
    }

    /** Whether the elderly person's share (高齢受給者) holds: from the month after the seventieth birthday. */
    public boolean elderlyIn(YearMonth month) {
        return birthDate.plusYears(70).isBefore(month.atDay(1));
    }

    @Override
    public String toString() {
        return "FictionalMember[masked]";
    }
}
