package jp.kenpo.gateway.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final int FAILED_LOOKS = 3;

    /** A queue, and since when its oldest message waits. */
    public record Unread(String queue, Instant since) {}

    /** One look at the broker. */
    public interface Look extends AutoCloseable {

        /**
         * Returns since when the oldest message of a queue waits; empty if there is none.
         *
         * @throws Exception if this queue can't be looked at; the others may
         */
        Optional<Instant> oldest(String queue) throws Exception;

        @Override
        void close();
    }

    private final List<String> queues;
    private final Callable<? extends Look> broker;
    private final Predicate<Instant> tooOld;
    private final Semaphore closed = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "unread-queues");
    private final Map<String, Integer> failures = new HashMap<>();
    private volatile List<Unread> last = List.of();
    private volatile List<String> notLookedAt = List.of();

    /**
     * Prepares the watch.
     *
     * @param queues their names
     * @param broker begins a look; throws while the broker is away
     * @param tooOld whether what waits since then should have been read
     */
    public UnreadQueues(List<String> queues, Callable<? extends Look> broker, Predicate<Instant> tooOld) {
        this.queues = queues.stream().sorted().toList();
        this.broker = broker;
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
     * @throws Exception if the broker is away
     */
    void look() throws Exception {
        List<Unread> before = last;
        List<Unread> now = new ArrayList<>();
        try (Look look = broker.call()) {
            queues.forEach(queue -> unread(look, queue, before).ifPresent(now::add));
        }
        last = List.copyOf(now);
        notLookedAt = queues.stream()
                .filter(queue -> failures.getOrDefault(queue, 0) >= FAILED_LOOKS)
                .toList();
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

    /** What can't be looked at stays as it was. */
    private Optional<Unread> unread(Look look, String queue, List<Unread> before) {
        try {
            Optional<Instant> since = look.oldest(queue);
            Integer failed = failures.remove(queue);
            if (failed != null && failed >= FAILED_LOOKS) {
                log.info("The queue {} can be looked at again", queue);
            }
            return since.filter(tooOld).map(oldest -> new Unread(queue, oldest));
        } catch (Exception refused) {
            if (failures.merge(queue, 1, Integer::sum) == FAILED_LOOKS) {
                log.warn(
                        "The queue {} can't be looked at, so nobody knows whether it is read ({}). See that it is there and"
                                + " that the account of the gateway may browse it",
                        queue,
                        refused.getClass().getSimpleName());
            }
            return before.stream().filter(each -> each.queue().equals(queue)).findFirst();
        }
    }

    private static boolean has(List<Unread> some, String queue) {
        return some.stream().anyMatch(each -> each.queue().equals(queue));
    }

    /** Returns those that nobody read at the last look, by name. */
    public List<Unread> all() {
        return last;
    }

    /** Returns those that could not be looked at three times in a row, by name: whether they are read is not known. */
    public List<String> notLookedAt() {
        return notLookedAt;
    }

    @Override
    public void close() {
        closed.release();
        thread.interrupt();
    }
}
