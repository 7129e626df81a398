package jp.kenpo.gateway.sandbox.checkup;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;

/**
 * Who has a checkup in which month: each year the same share of the members aged 40 to 74 at the end of the fiscal year,
 * each once, insured persons (被保険者) more than dependants (被扶養者).
 */
record CheckupCalendar(long seed) {

    private static final long CALENDAR = 0x43414C;
    private static final int PERCENT_OF_INSURED = 84;
    private static final int PERCENT_OF_DEPENDANTS = 48;

    boolean attends(int index, FictionalMember member, YearMonth month) {
        int fiscalYear = month.getMonthValue() < 4 ? month.getYear() - 1 : month.getYear();
        int age = Period.between(member.birthDate(), LocalDate.of(fiscalYear + 1, 3, 31))
                .getYears();
        if (age < 40 || age > 74) {
            return false;
        }
        Chance year = Chance.of(seed, CALENDAR, index, fiscalYear);
        return year.inPercent(member.insured() ? PERCENT_OF_INSURED : PERCENT_OF_DEPENDANTS)
                && year.between(1, 12) == month.getMonthValue();
    }

    LocalDate day(YearMonth month, Chance chance) {
        return month.atDay(chance.between(1, 28));
    }
}
