package jp.kenpo.gateway.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.kenpo.gateway.configuration.HowLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether deliveries over one connection are tried. After so many failures in a row it is open: nothing is tried until its
 * pause is over, then one delivery alone as a probe. When a probe succeeds it is closed again; when it fails, the next
 * pause is longer. Thread-safe.
 */
public final class Circuit {

    private static final Logger log = LoggerFactory.getLogger(Circuit.class);

    private final String counterparty;
    private final int threshold;
    private final Backoff backoff;
    private final Clock clock;
    private long failures;
    private boolean probing;
    private @Nullable Instant openSince;
    private Instant nextProbe = Instant.EPOCH;

    /** @param threshold failures in a row after which it opens */
    public Circuit(String counterparty, int threshold, Backoff backoff, Clock clock) {
        this.counterparty = counterparty;
        this.threshold = threshold;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * Asks to try. Whoever gets leave calls {@link #over()} afterwards, whatever came of it.
     *
     * @return empty if it may be tried now; else when to ask again
     */
    public synchronized Optional<Instant> ask() {
        if (openSince == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (!probing && !now.isBefore(nextProbe)) {
            probing = true;
            return Optional.empty();
        }
        // the probe that is under way, if any, has not long to go
        return Optional.of(nextProbe.isAfter(now) ? nextProbe : now.plus(backoff.after(1)));
    }

    /** Notes that the other side answered; returns whether the connection had been given up before. */
    public synchronized boolean succeeded() {
        boolean wasOpen = openSince != null;
        if (openSince != null) {
            log.info(
                    "The connection to {} works again after {}",
                    counterparty,
                    HowLong.of(Duration.between(openSince, clock.instant())));
        }
        failures = 0;
        openSince = null;
        return wasOpen;
    }

    /** Notes that the connection failed. */
    public synchronized void failed() {
        failures++;
        if (failures < threshold) {
            return;
        }
        if (openSince == null) {
            openSince = clock.instant();
            log.warn(
                    "The connection to {} failed {} times in a row: deliveries to it wait until a probe succeeds",
                    counterparty,
                    failures);
        }
        nextProbe = clock.instant().plus(backoff.after(failures - threshold + 1));
    }

    /** Notes that a try is over; a probe that came to no end at the other side lets the next one go. */
    public synchronized void over() {
        probing = false;
    }

    /** Returns since when nothing is tried, or empty if deliveries are. */
    public synchronized Optional<Instant> openSince() {
        return Optional.ofNullable(openSince);
    }

    /** Returns when the next probe is due; only while it is open. */
    public synchronized Optional<Instant> nextProbe() {
        return openSince == null ? Optional.empty() : Optional.of(nextProbe);
    }
}
