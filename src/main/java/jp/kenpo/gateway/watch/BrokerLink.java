package jp.kenpo.gateway.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the broker answers and takes messages. While it does not, what comes in is kept and recorded all the same, and
 * nothing goes on until it does again. An outage is a line in the log at its beginning and one at its end. Thread-safe.
 */
public final class BrokerLink {

    private static final Logger log = LoggerFactory.getLogger(BrokerLink.class);

    /** A broker that is full does not refuse a message: it lets the sender wait. */
    private static final Duration LONGEST_SEND = Duration.ofSeconds(10);

    /** By what it is seen. */
    public enum Sign {
        /** It is asked how it is. */
        ASKED,
        /** It gets a message. */
        SENT
    }

    private record Outage(Instant since, String reason) {}

    private record Sending(Instant since, long begun) {}

    private final Clock clock;
    private final LongSupplier nanoseconds;
    private final Map<Sign, Outage> outages = new EnumMap<>(Sign.class);
    private @Nullable Sending sending;

    /** @param nanoseconds how time passes here, whatever the clock says: the sandbox's runs faster */
    public BrokerLink(Clock clock, LongSupplier nanoseconds) {
        this.clock = clock;
        this.nanoseconds = nanoseconds;
    }

    /** All is well. */
    public synchronized void works(Sign sign) {
        if (sign == Sign.SENT) {
            sending = null;
        }
        Outage over = outages.remove(sign);
        if (over != null && outages.isEmpty()) {
            log.info("The broker works again; it did not since {}", over.since());
        }
    }

    /** @param reason kind of the failure; no text of a message */
    public synchronized void fails(Sign sign, String reason) {
        if (sign == Sign.SENT) {
            sending = null;
        }
        fails(sign, clock.instant(), reason);
    }

    private void fails(Sign sign, Instant since, String reason) {
        if (outages.isEmpty()) {
            log.warn(
                    "The broker does not work ({}); what comes in is kept and waits, tried again all the time", reason);
        }
        outages.putIfAbsent(sign, new Outage(since, reason));
    }

    /** A message is handed over now; {@link #works} or {@link #fails} says how it ended. */
    public synchronized void sending() {
        sending = new Sending(clock.instant(), nanoseconds.getAsLong());
    }

    /** Notices a message that the broker does not take, nor refuse. */
    public synchronized void look() {
        Sending now = sending;
        if (now != null && nanoseconds.getAsLong() - now.begun() > LONGEST_SEND.toNanos()) {
            fails(Sign.SENT, now.since(), "it takes no messages; is its disk full?");
        }
    }

    /** Returns since when it does not work; empty if it does. */
    public synchronized Optional<Instant> awaySince() {
        return outages.values().stream().map(Outage::since).min(Comparator.naturalOrder());
    }

    /** Returns why it does not work; empty if it does. */
    public synchronized Optional<String> lastError() {
        return outages.values().stream().map(Outage::reason).findFirst();
    }
}
