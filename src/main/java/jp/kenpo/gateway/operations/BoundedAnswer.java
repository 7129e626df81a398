package jp.kenpo.gateway.operations;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import jp.kenpo.gateway.ledger.LedgerUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question that may never be answered, asked on a thread of its own: nobody waits longer than is set. Who asks while an
 * answer is waited for waits for the same, so that a silent database has one question open and no more, and not at all
 * once it is overdue. Thread-safe.
 */
public final class BoundedAnswer<T> {

    private static final Logger log = LoggerFactory.getLogger(BoundedAnswer.class);

    private final Supplier<T> question;
    private final Duration longest;
    private final Duration good;
    private @Nullable Asked<T> asked;

    /**
     * A question under way or answered.
     *
     * @param begun in nanoseconds, of no date, as is the end
     */
    private record Asked<T>(CompletableFuture<T> answer, long begun, CompletableFuture<Long> ended) {

        static <T> Asked<T> now(Supplier<T> question) {
            CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, BoundedAnswer::onItsOwn);
            return new Asked<>(answer, System.nanoTime(), answer.handle((told, failed) -> System.nanoTime()));
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }

        boolean isOver(Duration good) {
            return ended.isDone() && System.nanoTime() - ended.join() >= good.toNanos();
        }
    }

    /** @param longest how long is waited for one answer */
    public BoundedAnswer(Supplier<T> question, Duration longest) {
        this(question, longest, Duration.ZERO);
    }

    /** @param good how long an answer, or that there is none, serves for those who ask next */
    BoundedAnswer(Supplier<T> question, Duration longest, Duration good) {
        this.question = question;
        this.longest = longest;
        this.good = good;
    }

    /** Returns the answer; empty if there is none in time, or the question fails. */
    public Optional<T> ask() {
        Asked<T> now = begun();
        try {
            Duration left = longest.minus(now.age());
            return Optional.of(now.answer().get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            tellAFault(failed.getCause());
            return Optional.empty();
        } catch (TimeoutException none) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What is told as a ledger that does not answer may be a fault of ours. Its message is left out: it may quote a row. */
    private static void tellAFault(@Nullable Throwable cause) {
        if (cause != null && !(cause instanceof LedgerUnavailableException)) {
            log.warn(
                    "A question to the ledger failed: {} at {}",
                    cause.getClass().getName(),
                    cause.getStackTrace()[0]);
        }
    }

    private synchronized Asked<T> begun() {
        Asked<T> now = asked;
        if (now == null || now.isOver(good)) {
            now = Asked.now(question);
            asked = now;
        }
        return now;
    }

    private static void onItsOwn(Runnable work) {
        Thread thread = new Thread(work, "bounded-answer");
        thread.setDaemon(true);
        thread.start();
    }
}
