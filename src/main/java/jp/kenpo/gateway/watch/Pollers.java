package jp.kenpo.gateway.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** All who look for files, by interchange. Thread-safe. */
public final class Pollers {

    private final Clock clock;
    private final LongSupplier nanos;
    private final RandomGenerator chance;
    private final Map<String, Poller> all = new ConcurrentHashMap<>();

    /** @param nanos what pauses are measured by, as {@link System#nanoTime()} */
    public Pollers(Clock clock, LongSupplier nanos, RandomGenerator chance) {
        this.clock = clock;
        this.nanos = nanos;
        this.chance = chance;
    }

    /**
     * Returns a new poller, which is known here from now on.
     *
     * @param interval how often it looks while all is well
     * @param longest longest pause after failures
     */
    public Poller add(String interchange, String counterparty, Duration interval, Duration longest) {
        Poller poller =
                new Poller(interchange, counterparty, interval, new Backoff(interval, longest, chance), clock, nanos);
        all.put(interchange, poller);
        return poller;
    }

    /** Returns how each is, by interchange. */
    public List<Heartbeat> heartbeats() {
        return all.values().stream()
                .map(Poller::heartbeat)
                .sorted(Comparator.comparing(Heartbeat::interchange))
                .toList();
    }

    /** Returns how many times those of a counterparty began to fail. */
    public long outages(String counterparty) {
        return all.values().stream()
                .filter(each -> each.counterparty().equals(counterparty))
                .mapToLong(Poller::outages)
                .sum();
    }

    void lookAfter() {
        all.values().forEach(Poller::lookAfter);
    }
}
