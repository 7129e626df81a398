package jp.kenpo.gateway.content.receipt;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Days and months of receipts as plain numbers, western ({@code YYYYMMDD}, {@code YYYYMM}) or with an era
 * ({@code GYYMMDD}, {@code GYYMM}): both forms of one day give the same number.
 *
 * <p>Source: 記録条件仕様; eras 1 明治, 2 大正, 3 昭和, 4 平成, 5 令和, data made since the specification of 2020 is
 * western. The length tells the forms apart.
 */
final class ReceiptDates {

    /** What is returned for digits that are no day or month. */
    static final int NONE = -1;

    /** Days that every month has. */
    private static final int SHORTEST_MONTH = 28;

    private static final int WESTERN_DAY = 8;
    private static final int ERA_DAY = 7;
    private static final int WESTERN_MONTH = 6;
    private static final int ERA_MONTH = 5;

    /** The year before year 1 of each era, by its digit. */
    private static final int[] YEAR_ZERO = {0, 1867, 1911, 1925, 1988, 2018};

    private ReceiptDates() {}

    /** Returns the day as YYYYMMDD, or {@link #NONE}. */
    static int day(Line line, int place) {
        int digits = line.number(place);
        int day = NONE;
        if (digits >= 0 && line.length(place) == WESTERN_DAY) {
            day = digits;
        } else if (digits >= 0 && line.length(place) == ERA_DAY) {
            day = western(digits, 1_000_000);
        }
        return day != NONE && isDay(day) ? day : NONE;
    }

    /** Returns the month as YYYYMM, or {@link #NONE}. */
    static int month(Line line, int place) {
        int digits = line.number(place);
        int month = NONE;
        if (digits >= 0 && line.length(place) == WESTERN_MONTH) {
            month = digits;
        } else if (digits >= 0 && line.length(place) == ERA_MONTH) {
            month = western(digits, 10_000);
        }
        return month != NONE && isMonth(month) ? month : NONE;
    }

    /** Returns the last day of a month, both as numbers; the day need not be in the calendar. */
    static int endOf(int month) {
        return month * 100 + 31;
    }

    static int lengthOf(int month) {
        return Month.of(month % 100).length(Year.isLeap(month / 100));
    }

    /** Returns a month as {@code 2026-04}. */
    static String text(int month) {
        return YearMonth.of(month / 100, month % 100).toString();
    }

    static @Nullable LocalDate date(int day) {
        return day == NONE ? null : LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }

    private static int western(int digits, int eraUnit) {
        int era = digits / eraUnit;
        int rest = digits % eraUnit;
        int yearUnit = eraUnit / 100;
        if (era < 1 || era >= YEAR_ZERO.length || rest / yearUnit == 0) {
            return NONE;
        }
        return (YEAR_ZERO[era] + rest / yearUnit) * yearUnit + rest % yearUnit;
    }

    private static boolean isMonth(int month) {
        return month / 100 >= 1868 && month % 100 >= 1 && month % 100 <= 12;
    }

    private static boolean isDay(int day) {
        int ofMonth = day % 100;
        return isMonth(day / 100) && ofMonth >= 1 && (ofMonth <= SHORTEST_MONTH || ofMonth <= lengthOf(day / 100));
    }
}
