package jp.kenpo.gateway.content.qualification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The five days in which a filing (届書) must be registered with the intermediate server.
 *
 * <p>Source: the ministry's statement that holds since 2023-06-01, five days from receipt. How the days are counted is
 * inferred, the strict way: calendar days, the day of receipt not among them, no extension for holidays.
 *
 * <p>An incomplete filing has a second clock that begins when it is complete; what is reported is the first.
 *
 * @param receivedOn day on which the society received the filing
 * @param completeOn day on which nothing was missing any more; null until then
 */
public record RegistrationClock(
        LocalDate receivedOn, @Nullable LocalDate completeOn) {

    private static final int DAYS = 5;
    private static final int ALARM_FROM_DAY = 3;

    /** How urgent a registration is. */
    public enum State {
        RUNNING,
        /** The third day has begun. */
        ALARM,
        /** The fifth day has ended. */
        BREACHED
    }

    /** Returns the last day on which the registration is in time. */
    public LocalDate lastDay() {
        return receivedOn.plusDays(DAYS);
    }

    /** Returns the last day by the second clock; empty until the filing is complete. */
    public Optional<LocalDate> lastDaySinceComplete() {
        return Optional.ofNullable(completeOn).map(day -> day.plusDays(DAYS));
    }

    /** Returns which day it is: 0 on the day of receipt. */
    public long day(LocalDate today) {
        return ChronoUnit.DAYS.between(receivedOn, today);
    }

    /** Returns how urgent it is while it is not registered. */
    public State state(LocalDate today) {
        if (today.isAfter(lastDay())) {
            return State.BREACHED;
        }
        return day(today) >= ALARM_FROM_DAY ? State.ALARM : State.RUNNING;
    }
}
