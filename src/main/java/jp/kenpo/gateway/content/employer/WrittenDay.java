package jp.kenpo.gateway.content.employer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as texts say them. A year of two digits without an era is none: it may be of either calendar.
 *
 * <p>Source of the eras: 元号を改める政令 of 1989 and 2019 and the announcements before them.
 */
final class WrittenDay {

    private static final Pattern PLAIN = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern WESTERN = Pattern.compile("([0-9]{4})(?:[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})"
            + "|年([0-9]{1,2})月([0-9]{1,2})日)(?:[ T]0{1,2}:00(?::00)?)?");
    private static final Pattern JAPANESE = Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHRmtshr])(元|[0-9]{1,2})"
            + "(?:[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)");

    /** Five digits: days since 1899-12-30, from 1927 to the year 2173. */
    private static final Pattern SERIAL = Pattern.compile("([0-9]{5})(?:\\.0+)?");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private enum Era {
        MEIJI("明M", LocalDate.of(1868, 1, 25), LocalDate.of(1912, 7, 29)),
        TAISHO("大T", LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)),
        SHOWA("昭S", LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
        HEISEI("平H", LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
        REIWA("令R", LocalDate.of(2019, 5, 1), LocalDate.MAX);

        private final String signs;
        private final LocalDate first;
        private final LocalDate last;

        Era(String signs, LocalDate first, LocalDate last) {
            this.signs = signs;
            this.first = first;
            this.last = last;
        }

        static Era of(String sign) {
            char begin = Character.toUpperCase(sign.charAt(0));
            for (Era era : values()) {
                if (era.signs.indexOf(begin) >= 0) {
                    return era;
                }
            }
            throw new DateTimeException("unknown era");
        }

        LocalDate day(int year, int month, int dayOfMonth) {
            LocalDate day = LocalDate.of(first.getYear() + year - 1, month, dayOfMonth);
            if (year < 1 || day.isBefore(first) || day.isAfter(last)) {
                throw new DateTimeException("a day outside the era");
            }
            return day;
        }
    }

    private WrittenDay() {}

    /** Reads {@code YYYYMMDD}. */
    static Optional<LocalDate> plain(String text) {
        return read(PLAIN.matcher(text), day -> LocalDate.of(day.number(1), day.number(2), day.number(3)));
    }

    /** Reads {@code 1968/5/24}, {@code 1968-05-24}, {@code 1968年5月24日}, also with a midnight behind it. */
    static Optional<LocalDate> western(String text) {
        return read(WESTERN.matcher(text), day -> LocalDate.of(day.number(1), day.number(2, 4), day.number(3, 5)));
    }

    /** Reads {@code S51.1.31}, {@code 令和7年4月18日}. */
    static Optional<LocalDate> japanese(String text) {
        return read(JAPANESE.matcher(text), day -> Era.of(day.text(1))
                .day(day.text(2).equals("元") ? 1 : day.number(2), day.number(3, 5), day.number(4, 6)));
    }

    /** Reads the number by which a spreadsheet counts days from 1900. */
    static Optional<LocalDate> serial(String text) {
        return read(SERIAL.matcher(text), day -> SERIAL_ZERO.plusDays(day.number(1)))
                .filter(day -> day.isAfter(LocalDate.of(1927, 5, 17)));
    }

    private record Parts(Matcher matcher) {

        String text(int group) {
            return matcher.group(group);
        }

        int number(int group) {
            return Integer.parseInt(matcher.group(group));
        }

        /** Returns the number of whichever group is there. */
        int number(int group, int other) {
            return matcher.group(group) == null ? number(other) : number(group);
        }
    }

    @FunctionalInterface
    private interface Day {
        LocalDate of(Parts parts);
    }

    private static Optional<LocalDate> read(Matcher matcher, Day day) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(day.of(new Parts(matcher)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
