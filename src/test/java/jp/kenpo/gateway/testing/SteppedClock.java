package jp.kenpo.gateway.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in Japan that stands still until a test sets it. */
public final class SteppedClock extends Clock {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    /** @param dateTime {@code 2026-04-28T16:59} in Japan */
    public SteppedClock(String dateTime) {
        set(dateTime);
    }

    /** @param dateTime {@code 2026-04-28T17:00} in Japan */
    public void set(String dateTime) {
        now.set(at(dateTime));
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** Returns a time in Japan. */
    public static Instant at(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(TOKYO).toInstant();
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return TOKYO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("every day and time is one in Japan");
    }
}
