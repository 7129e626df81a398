package jp.kenpo.gateway.content.checkup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Dates of checkup files, and the fiscal year and age that count for them. */
final class CheckupDates {

    /** 高齢者の医療の確保に関する法律 in force. */
    static final LocalDate FIRST_CHECKUPS = LocalDate.of(2008, 4, 1);

    private CheckupDates() {}

    /** Returns the date that a text of the form YYYYMMDD names; null if it names none. */
    static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.length() != 8 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(text, 0, 4, 10),
                    Integer.parseInt(text, 4, 6, 10),
                    Integer.parseInt(text, 6, 8, 10));
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /** Returns the fiscal year (年度) of a day, which begins in April. */
    static int fiscalYear(LocalDate day) {
        return day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
    }

    /**
     * Returns the age at the end of the fiscal year of a day. Who is born on 1 April reaches the age on 31 March.
     *
     * <p>Source: 年齢計算ニ関する法律.
     */
    static int ageAtYearEnd(LocalDate birth, LocalDate day) {
        LocalDate dayAfterEnd = LocalDate.of(fiscalYear(day) + 1, 4, 1);
        return Period.between(birth, dayAfterEnd).getYears();
    }
}
