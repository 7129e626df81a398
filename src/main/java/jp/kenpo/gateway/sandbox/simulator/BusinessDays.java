package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Days on which the parties work: no weekend, no national holiday (国民の祝日) that the gateway's list names. */
public final class BusinessDays {

    private final Set<LocalDate> holidays;

    private BusinessDays(Set<LocalDate> holidays) {
        this.holidays = holidays;
    }

    /**
     * Reads {@code holidays.csv}; without it only weekends are free.
     *
     * @throws IOException if the file can't be read
     */
    public static BusinessDays in(Path configDir) throws IOException {
        Path file = configDir.resolve("holidays.csv");
        Set<LocalDate> holidays = new HashSet<>();
        if (Files.exists(file)) {
            Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(line -> line.split(",", 2)[0].strip())
                    .forEach(cell -> day(cell).ifPresent(holidays::add));
        }
        return new BusinessDays(holidays);
    }

    boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** Returns the day itself if it is a business day, else the next one. */
    LocalDate next(LocalDate day) {
        LocalDate next = day;
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Returns the day so many business days later. */
    LocalDate after(LocalDate day, int businessDays) {
        LocalDate later = day;
        for (int each = 0; each < businessDays; each++) {
            later = next(later.plusDays(1));
        }
        return later;
    }

    /** A heading or a comment is no day. */
    private static Optional<LocalDate> day(String cell) {
        try {
            return Optional.of(LocalDate.parse(cell));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
