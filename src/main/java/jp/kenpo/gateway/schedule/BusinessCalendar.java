package jp.kenpo.gateway.schedule;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The days on which the society works (営業日): neither Saturday nor Sunday, nor a national holiday (国民の祝日・休日), nor a
 * day on which the society is closed each year.
 *
 * <p>Holidays are data, because the law changes and the equinoxes are published a year ahead; beyond the last year of the
 * file only weekends and closing days are known.
 */
public final class BusinessCalendar {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String FILE = "holidays.csv";

    private final Set<LocalDate> holidays;
    private final Set<MonthDay> closed;
    private final LocalDate knownUntil;

    /**
     * Makes a calendar of days.
     *
     * @param closed days of each year on which the society is closed
     */
    public BusinessCalendar(Set<LocalDate> holidays, Set<MonthDay> closed) {
        this.holidays = Set.copyOf(holidays);
        this.closed = Set.copyOf(closed);
        this.knownUntil = LocalDate.of(
                holidays.stream().mapToInt(LocalDate::getYear).max().orElse(0), 12, 31);
        requireAnOpenDay();
    }

    /**
     * Reads {@code holidays.csv} below the configuration folder: UTF-8, {@code date,name}, comments behind {@code #}.
     *
     * @param closed days of each year on which the society is closed, from {@code society.yaml}
     * @throws jp.kenpo.gateway.configuration.ConfigurationRejectedException with file and line of each problem
     */
    public static BusinessCalendar load(Path configDir, Set<MonthDay> closed) {
        return new BusinessCalendar(HolidayFile.read(configDir.resolve(FILE)), closed);
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day)
                && !closed.contains(MonthDay.from(day));
    }

    /** Returns the day itself if the society works on it, else the next day on which it does. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate open = day;
        while (!isBusinessDay(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** Returns the first business day behind the day. */
    public LocalDate after(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    /** Returns the last business day before the day. */
    public LocalDate before(LocalDate day) {
        LocalDate open = day.minusDays(1);
        while (!isBusinessDay(open)) {
            open = open.minusDays(1);
        }
        return open;
    }

    /** Returns the n-th business day behind the day, which is not counted itself. */
    public LocalDate plusBusinessDays(LocalDate day, int days) {
        LocalDate found = day;
        for (int counted = 0; counted < days; counted++) {
            found = after(found);
        }
        return found;
    }

    /** Returns how much of the time between two moments fell on business days, each from midnight to midnight. */
    public Duration between(Instant from, Instant until) {
        ZonedDateTime begin = from.atZone(TOKYO);
        ZonedDateTime end = until.atZone(TOKYO);
        Duration sum = Duration.ZERO;
        for (LocalDate day = begin.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                Instant opens = day.atStartOfDay(TOKYO).toInstant();
                Instant closes = day.plusDays(1).atStartOfDay(TOKYO).toInstant();
                sum = sum.plus(
                        Duration.between(from.isAfter(opens) ? from : opens, until.isBefore(closes) ? until : closes));
            }
        }
        return sum;
    }

    /** Returns the last day whose holidays are known: the end of the last year in the file. */
    public LocalDate knownUntil() {
        return knownUntil;
    }

    /** A society that is always closed would be asked for its next business day for ever. */
    private void requireAnOpenDay() {
        boolean open = LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2025, 1, 1))
                .map(MonthDay::from)
                .anyMatch(day -> !closed.contains(day));
        if (!open) {
            throw new IllegalArgumentException("the society is closed on every day of the year");
        }
    }
}
