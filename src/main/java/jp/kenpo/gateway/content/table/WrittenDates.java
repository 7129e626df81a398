package jp.kenpo.gateway.content.table;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days and months as columns write them, western or with an era (和暦).
 *
 * <p>An era counts until the end of the year in which it ended: 平成31年5月1日 is written though 令和 had begun, and
 * means one day only. Later years of an ended era are refused. This rule is ours.
 */
public final class WrittenDates {

    /** What is returned for a text that is no day or month. */
    static final int NONE = 0;

    private static final int FIRST_YEAR = 1868;

    /** By era digit: the year before year 1, and the first day as YYYYMMDD. */
    private static final int[] YEAR_ZERO = {0, 1867, 1911, 1925, 1988, 2018};

    private static final int[] FIRST_DAY = {0, 18680125, 19120730, 19261225, 19890108, 20190501, 99991231};
    private static final String ERA_LETTERS = " MTSHR";
    private static final String ERA_NAMES = " 明大昭平令";

    private static final Pattern WRITTEN = Pattern.compile(
            "([MTSHR]|明治|大正|昭和|平成|令和)(元|[0-9]{1,2})[./年-]([0-9]{1,2})(?:月|[./-]([0-9]{1,2})日?|月([0-9]{1,2})日)?");

    private static final int[] NO_PARTS = {};

    private WrittenDates() {}

    /** Returns a day that is written in one of the forms; empty for anything else. */
    public static Optional<LocalDate> date(CharSequence text, Set<DateForm> forms) {
        int day = day(text, forms);
        return day == NONE ? Optional.empty() : Optional.of(LocalDate.of(day / 10_000, day / 100 % 100, day % 100));
    }

    /** Returns a day as a form writes it; a day before 明治 has no era and is written as if it had. */
    static String text(LocalDate day, DateForm form) {
        return switch (form) {
            case COMPACT -> day.format(DateTimeFormatter.BASIC_ISO_DATE);
            case HYPHENS -> day.toString();
            case SLASHES -> day.toString().replace('-', '/');
            case ERA_DIGITS ->
                "%d%02d%02d%02d"
                        .formatted(
                                era(day),
                                day.getYear() - YEAR_ZERO[era(day)],
                                day.getMonthValue(),
                                day.getDayOfMonth());
            case ERA_WRITTEN ->
                "%s%d.%d.%d"
                        .formatted(
                                ERA_LETTERS.charAt(era(day)),
                                day.getYear() - YEAR_ZERO[era(day)],
                                day.getMonthValue(),
                                day.getDayOfMonth());
        };
    }

    private static int era(LocalDate day) {
        int number = day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
        int era = YEAR_ZERO.length - 1;
        while (era > 1 && number < FIRST_DAY[era]) {
            era--;
        }
        return era;
    }

    /** Returns a day as YYYYMMDD, or {@link #NONE}. */
    static int day(CharSequence text, Set<DateForm> forms) {
        for (DateForm form : forms) {
            int day =
                    switch (form) {
                        case COMPACT -> text.length() == 8 ? Math.max(NONE, number(text, 0, 8)) : NONE;
                        case HYPHENS -> separated(text, '-', 2);
                        case SLASHES -> separated(text, '/', 1);
                        case ERA_DIGITS -> text.length() == 7 ? era(text, 7) : NONE;
                        case ERA_WRITTEN -> written(text, true);
                    };
            if (isDay(day)) {
                return day;
            }
        }
        return NONE;
    }

    /** Returns a month as YYYYMM, or {@link #NONE}. */
    static int month(CharSequence text, Set<DateForm> forms) {
        for (DateForm form : forms) {
            int month =
                    switch (form) {
                        case COMPACT -> text.length() == 6 ? Math.max(NONE, number(text, 0, 6)) : NONE;
                        case HYPHENS -> separated(text + "-01", '-', 2) / 100;
                        case SLASHES -> separated(text + "/1", '/', 1) / 100;
                        case ERA_DIGITS -> text.length() == 5 ? era(text + "01", 7) / 100 : NONE;
                        case ERA_WRITTEN -> written(text, false) / 100;
                    };
            if (isMonth(month)) {
                return month;
            }
        }
        return NONE;
    }

    private static boolean isMonth(int month) {
        return month / 100 >= FIRST_YEAR && month / 100 <= 9999 && month % 100 >= 1 && month % 100 <= 12;
    }

    private static boolean isDay(int day) {
        int month = day / 100;
        return isMonth(month)
                && day % 100 >= 1
                && (day % 100 <= 28
                        || day % 100 <= YearMonth.of(month / 100, month % 100).lengthOfMonth());
    }

    /** Returns the digits as a number, or -1. */
    private static int number(CharSequence text, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static int separated(CharSequence text, char separator, int fewest) {
        int[] parts = text.length() >= 8 && text.length() <= 10 ? parts(text, separator, fewest) : NO_PARTS;
        return parts.length == 0 ? NONE : parts[0] * 10_000 + parts[1] * 100 + parts[2];
    }

    private static int[] parts(CharSequence text, char separator, int fewest) {
        int second = 5;
        while (second < text.length() && text.charAt(second) != separator) {
            second++;
        }
        if (text.charAt(4) != separator
                || isOutside(second - 5, fewest)
                || isOutside(text.length() - second - 1, fewest)) {
            return NO_PARTS;
        }
        int[] parts = {number(text, 0, 4), number(text, 5, second), number(text, second + 1, text.length())};
        return parts[0] < 0 || parts[1] < 0 || parts[2] < 0 ? NO_PARTS : parts;
    }

    private static boolean isOutside(int digits, int fewest) {
        return digits < fewest || digits > 2;
    }

    private static int era(CharSequence text, int length) {
        int digits = number(text, 0, length);
        return digits < 0 ? NONE : western(digits / 1_000_000, digits / 10_000 % 100, digits % 10_000);
    }

    private static int written(CharSequence text, boolean day) {
        Matcher parts = WRITTEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (text.length() > 20 || !parts.matches()) {
            return NONE;
        }
        String ofMonth = parts.group(4) == null ? parts.group(5) : parts.group(4);
        if (day != (ofMonth != null)) {
            return NONE;
        }
        int era = Math.max(
                ERA_LETTERS.indexOf(parts.group(1).charAt(0)),
                ERA_NAMES.indexOf(parts.group(1).charAt(0)));
        int year = parts.group(2).equals("元") ? 1 : Integer.parseInt(parts.group(2));
        int monthDay = Integer.parseInt(parts.group(3)) * 100 + (ofMonth == null ? 1 : Integer.parseInt(ofMonth));
        // the first month of an era is a month of it, though its first day is not
        return day || year != 1 ? western(era, year, monthDay) : (YEAR_ZERO[era] + 1) * 10_000 + monthDay;
    }

    private static int western(int era, int year, int monthDay) {
        if (era < 1 || era >= YEAR_ZERO.length || year < 1) {
            return NONE;
        }
        int day = (YEAR_ZERO[era] + year) * 10_000 + monthDay;
        return day >= FIRST_DAY[era] && day / 10_000 <= FIRST_DAY[era + 1] / 10_000 ? day : NONE;
    }
}
