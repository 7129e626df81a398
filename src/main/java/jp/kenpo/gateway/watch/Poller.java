package jp.kenpo.gateway.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import jp.kenpo.gateway.configuration.HowLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of one that looks for files again and again: when it last looked, since when it fails, and when it may
 * look next. Says in the log when an outage begins and when it ends. Thread-safe.
 */
public final class Poller {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);

    /** Intervals without a turn after which a poller counts as silent; ours. */
    private static final int SILENT_INTERVALS = 20;

    /** A turn may wait that long for a server that does not answer; ours, longer than every time-out. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Taking in one large file is no silence; ours: a server that stops in the midst of it is noticed much earlier. */
    private static final Duration LONGEST_FILE = Duration.ofHours(1);

    private final String interchange;
    private final String counterparty;
    private final Duration interval;
    private final Backoff backoff;
    private final Clock clock;
    private final LongSupplier nanos;
    private long lastTurn;
    private long notBefore;
    private long failures;
    private long outages;
    private boolean takingFile;
    private boolean saidSilent;
    private @Nullable Instant lastPoll;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant failingSince;
    private @Nullable String lastError;
    private @Nullable String trouble;

    /**
     * @param interval how often it looks while all is well
     * @param clock what times are told by
     * @param nanos what pauses are measured by, as {@link System#nanoTime()}
     */
    Poller(
            String interchange,
            String counterparty,
            Duration interval,
            Backoff backoff,
            Clock clock,
            LongSupplier nanos) {
        this.interchange = interchange;
        this.counterparty = counterparty;
        this.interval = interval;
        this.backoff = backoff;
        this.clock = clock;
        this.nanos = nanos;
        this.lastTurn = nanos.getAsLong();
        this.notBefore = lastTurn;
    }

    /** Returns whether it may look now; false while it pauses after failures. Notes that it had its turn. */
    public synchronized boolean begin() {
        long now = nanos.getAsLong();
        lastTurn = now;
        if (failures > 0 && now - notBefore < 0) {
            return false;
        }
        lastPoll = clock.instant();
        trouble = null;
        return true;
    }

    /** Notes that it turns to a file, which may take long. */
    public synchronized void taking() {
        takingFile = true;
        lastTurn = nanos.getAsLong();
    }

    /** Notes that it is done with the file. */
    public synchronized void taken() {
        takingFile = false;
        lastTurn = nanos.getAsLong();
    }

    /** Notes that something went wrong with a file while it looked: the whole look then counts as failed. */
    public synchronized void troubled(String error) {
        trouble = error;
    }

    /** Notes the end of a look. */
    public synchronized void ended() {
        if (trouble != null) {
            failed(trouble);
            return;
        }
        lastTurn = nanos.getAsLong();
        lastSuccess = clock.instant();
        if (failingSince != null) {
            log.info(
                    "{} can be polled again after {} and {}",
                    interchange,
                    HowLong.of(Duration.between(failingSince, lastSuccess)),
                    failures == 1 ? "1 failure" : failures + " failures");
        }
        failures = 0;
        failingSince = null;
        lastError = null;
    }

    /**
     * Notes that a look failed; the next one waits.
     *
     * @param error kinds of what went wrong, no message of a foreign program
     */
    public synchronized void failed(String error) {
        long now = nanos.getAsLong();
        lastTurn = now;
        failures++;
        if (failingSince == null) {
            failingSince = clock.instant();
            outages++;
            log.warn("{} can't be polled, tried ever more seldom until it can: {}", interchange, error);
        }
        lastError = error;
        notBefore = now + backoff.after(failures).toNanos();
    }

    /** Returns how it is. */
    public synchronized Heartbeat heartbeat() {
        return new Heartbeat(
                interchange,
                counterparty,
                lastPoll,
                lastSuccess,
                failures,
                failingSince,
                lastError,
                isSilent(nanos.getAsLong()));
    }

    /** Returns how many times it began to fail. */
    public synchronized long outages() {
        return outages;
    }

    /** Says once in the log that it fell silent, and once that it is back. */
    synchronized void lookAfter() {
        boolean silent = isSilent(nanos.getAsLong());
        if (silent && !saidSilent) {
            log.error("{} is not polled any more: restart the gateway, and keep its log", interchange);
        } else if (!silent && saidSilent) {
            log.info("{} is polled again", interchange);
        }
        saidSilent = silent;
    }

    String interchange() {
        return interchange;
    }

    String counterparty() {
        return counterparty;
    }

    private boolean isSilent(long now) {
        Duration many = interval.multipliedBy(SILENT_INTERVALS);
        Duration patience = takingFile ? LONGEST_FILE : many.compareTo(PATIENCE) > 0 ? many : PATIENCE;
        return now - lastTurn > patience.toNanos();
    }
}
