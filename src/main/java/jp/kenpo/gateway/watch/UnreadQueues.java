package jp.kenpo.gateway.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues of the core system that nobody reads: the gateway has delivered what it announced there, and its work would stop
 * unseen. Looks every minute, on a thread of its own, for a broker may be slow to answer. Thread-safe.
 */
public final class UnreadQueues implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UnreadQueues.class);
    private static final long LOOK_AGAIN_SECONDS = 60;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** A queue, and since when its oldest message waits. */
    public record Unread(String queue, Instant since) {}

    private final Callable<Map<String, Instant>> oldest;
    private final Predicate<Instant> tooOld;
    private final Semaphore closed = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "unread-queues");
    private volatile List<Unread> last = List.of();

    /**
     * Prepares the watch.
     *
     * @param oldest reads since when the oldest message of each queue waits; queues without one are not in it
     * @param tooOld whether what waits since then should have been read
     */
    public UnreadQueues(Callable<Map<String, Instant>> oldest, Predicate<Instant> tooOld) {
        this.oldest = oldest;
        this.tooOld = tooOld;
    }

    /** Begins to look. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            do {
                tryToLook();
            } while (!closed.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the broker or the database is away, which is told elsewhere, what is known stays as it is. */
    private void tryToLook() {
        try {
            look();
        } catch (Exception away) {
            log.debug("the queues could not be looked at: {}", away.getClass().getSimpleName());
        }
    }

    /**
     * Looks once, and says in the log what began and what ended.
     *
     * @throws Exception what the reading throws
     */
    void look() throws Exception {
        List<Unread> before = last;
        List<Unread> now = new TreeMap<>(oldest.call())
                .entrySet().stream()
                        .filter(each -> tooOld.test(each.getValue()))
                        .map(each -> new Unread(each.getKey(), each.getValue()))
                        .toList();
        last = now;
        now.stream()
                .filter(each -> !has(before, each.queue()))
                .forEach(each -> log.warn(
                        "Nobody reads the queue {}: its oldest message waits since {}. Ask who runs the core system",
                        each.queue(),
                        each.since().atZone(TOKYO).toOffsetDateTime()));
        before.stream()
                .filter(each -> !has(now, each.queue()))
                .forEach(each -> log.info("The queue {} is read again", each.queue()));
    }

    private static boolean has(List<Unread> some, String queue) {
        return some.stream().anyMatch(each -> each.queue().equals(queue));
    }

    /** Returns those that nobody read at the last look, by name. */
    public List<Unread> all() {
        return last;
    }

    @Override
    public void close() {
        closed.release();
        thread.interrupt();
    }
}
