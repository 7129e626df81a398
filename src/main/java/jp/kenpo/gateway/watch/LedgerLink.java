package jp.kenpo.gateway.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the ledger's database answers and takes entries. While it does not, nothing is taken in and nothing moves, and
 * nothing is lost. An outage is a line in the log at its beginning and one at its end. Thread-safe.
 */
public final class LedgerLink {

    private static final Logger log = LoggerFactory.getLogger(LedgerLink.class);

    /** A database that cannot be reached any more may be waited for much longer; nobody has to wait to be told. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    /** By what it is seen. */
    public enum Sign {
        /** It is asked, time and again. */
        READ,
        /** It gets entries. */
        WRITTEN
    }

    /** Where there is little room, one entry may fit and the next one not. */
    private static final Duration CALM = Duration.ofSeconds(5);

    /**
     * A time in which it does not work.
     *
     * @param failed when it failed last
     * @param worked whether it has worked since
     */
    private record Outage(Instant since, String reason, long failed, boolean worked) {}

    private record Waiting(Instant since, long begun) {}

    private final Clock clock;
    private final LongSupplier nanoseconds;
    private final Map<Sign, Outage> outages = new EnumMap<>(Sign.class);
    private final Map<Sign, Waiting> waiting = new EnumMap<>(Sign.class);

    /** @param nanoseconds how time passes here, whatever the clock says: the sandbox's runs faster */
    public LedgerLink(Clock clock, LongSupplier nanoseconds) {
        this.clock = clock;
        this.nanoseconds = nanoseconds;
    }

    /** Asks it, and returns its answer. */
    public <T> T ask(Supplier<T> question) {
        begun(Sign.READ);
        try {
            T answer = question.get();
            ended(Sign.READ, null);
            return answer;
        } catch (RuntimeException failed) {
            ended(Sign.READ, failed);
            throw failed;
        }
    }

    /** Its answer is waited for now; {@link #ended} says what came of it. */
    public synchronized void begun(Sign sign) {
        waiting.put(sign, new Waiting(clock.instant(), nanoseconds.getAsLong()));
    }

    /** @param failure null: all is well */
    public synchronized void ended(Sign sign, @Nullable Throwable failure) {
        waiting.remove(sign);
        if (failure != null) {
            fails(sign, clock.instant(), failure.getClass().getSimpleName());
            return;
        }
        outages.computeIfPresent(
                sign, (same, outage) -> new Outage(outage.since(), outage.reason(), outage.failed(), true));
        look();
    }

    private void fails(Sign sign, Instant since, String reason) {
        if (outages.isEmpty()) {
            log.warn(
                    "The ledger's database does not work ({}); nothing is taken in and nothing goes on, tried again all the"
                            + " time",
                    reason);
        }
        Outage before = outages.get(sign);
        outages.put(
                sign,
                new Outage(
                        before == null ? since : before.since(),
                        before == null ? reason : before.reason(),
                        nanoseconds.getAsLong(),
                        false));
    }

    /** Notices an answer that does not come, and an end. */
    private void look() {
        for (Sign sign : Sign.values()) {
            Outage outage = outages.get(sign);
            if (outage != null && outage.worked() && nanoseconds.getAsLong() - outage.failed() > CALM.toNanos()) {
                outages.remove(sign);
                if (outages.isEmpty()) {
                    log.info("The ledger's database works again; it did not since {}", outage.since());
                }
            }
        }
        Map.copyOf(waiting).forEach((sign, wait) -> {
            if (nanoseconds.getAsLong() - wait.begun() > LONGEST_ANSWER.toNanos()) {
                fails(sign, wait.since(), "it does not answer");
            }
        });
    }

    /** Returns since when it does not work; empty if it does. */
    public synchronized Optional<Instant> awaySince() {
        look();
        return outages.values().stream().map(Outage::since).min(Comparator.naturalOrder());
    }

    /** Returns whether this does not work. */
    public synchronized boolean isAway(Sign sign) {
        look();
        return outages.containsKey(sign);
    }

    /** Returns why it does not work; empty if it does. */
    public synchronized Optional<String> lastError() {
        look();
        return outages.values().stream().map(Outage::reason).findFirst();
    }
}
