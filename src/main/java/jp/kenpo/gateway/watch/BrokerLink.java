package jp.kenpo.gateway.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the broker answers. While it does not, what comes in is kept and recorded all the same, and nothing goes on
 * until it answers again. An outage is a line in the log at its beginning and one at its end. Thread-safe.
 */
public final class BrokerLink {

    private static final Logger log = LoggerFactory.getLogger(BrokerLink.class);

    private final Clock clock;
    private @Nullable Instant awaySince;
    private @Nullable String lastError;

    public BrokerLink(Clock clock) {
        this.clock = clock;
    }

    /** It answered. */
    public synchronized void works() {
        if (awaySince != null) {
            log.info("The broker answers again; it was away since {}", awaySince);
            awaySince = null;
            lastError = null;
        }
    }

    /** @param reason kind of the failure; no text of a message */
    public synchronized void fails(String reason) {
        lastError = reason;
        if (awaySince == null) {
            awaySince = clock.instant();
            log.warn("The broker does not answer ({}); what comes in is kept and waits, tried again all the time", reason);
        }
    }

    /** Returns since when it does not answer; empty if it does. */
    public synchronized Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    /** Returns the kind of the last failure; empty if it answers. */
    public synchronized Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }
}
