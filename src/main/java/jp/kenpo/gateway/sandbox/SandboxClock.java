package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The time in the sandbox, of the gateway and of everybody around it: it runs faster than outside, or stands still until
 * it is set. It never goes back, not even over a restart. Thread-safe.
 */
public final class SandboxClock extends Clock {

    private final Clock outside;
    private final double factor;
    private final ZoneId zone;
    private volatile Instant outsideAt;
    private volatile Instant insideAt;

    private SandboxClock(Clock outside, Instant begin, double factor, ZoneId zone) {
        this.outside = outside;
        this.factor = factor;
        this.zone = zone;
        this.outsideAt = outside.instant();
        this.insideAt = begin;
    }

    /**
     * A clock that runs.
     *
     * @param factor how many seconds pass inside while one passes outside; 0 for a clock that is only set
     * @param file where the time of an earlier run stands; the clock goes on from there if that is later
     * @throws IOException if the file can't be read
     */
    static SandboxClock running(Clock outside, double factor, @Nullable Path file) throws IOException {
        Instant begin = outside.instant();
        Instant earlier = file == null || !Files.exists(file)
                ? begin
                : read(Files.readString(file).strip(), begin);
        return new SandboxClock(outside, earlier.isAfter(begin) ? earlier : begin, factor, outside.getZone());
    }

    /** A clock that stands until it is set. */
    static SandboxClock standing(Clock outside, Instant begin) {
        return new SandboxClock(outside, begin, 0, outside.getZone());
    }

    private static Instant read(String text, Instant otherwise) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            return otherwise;
        }
    }

    /** Keeps the time for the next start. */
    void keep(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, instant().toString());
    }

    /**
     * Sets the time, from which it goes on.
     *
     * @throws IllegalArgumentException if the time is earlier than it is now
     */
    synchronized void set(Instant time) {
        if (time.isBefore(instant())) {
            throw new IllegalArgumentException("time does not go back");
        }
        insideAt = time;
        outsideAt = outside.instant();
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.between(outsideAt, outside.instant());
        return insideAt.plusNanos(Math.max(0, Math.round(passed.toNanos() * factor)));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        SandboxClock moved = new SandboxClock(outside, insideAt, factor, other);
        moved.outsideAt = outsideAt;
        return moved;
    }
}
