package jp.kenpo.gateway.operations;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question that may never be answered, asked on a thread of its own: nobody waits longer than is set. Who asks while an
 * answer is waited for waits for the same, so that a silent database has one question open and no more. Thread-safe.
 */
final class BoundedAnswer<T> {

    private final Supplier<T> question;
    private final Duration longest;
    private @Nullable CompletableFuture<T> asked;

    /** @param longest how long one caller waits */
    BoundedAnswer(Supplier<T> question, Duration longest) {
        this.question = question;
        this.longest = longest;
    }

    /** Returns the answer; empty if there is none in time, or the question fails. */
    Optional<T> ask() {
        try {
            return Optional.of(begun().get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException none) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<T> begun() {
        CompletableFuture<T> now = asked;
        if (now == null || now.isDone()) {
            now = CompletableFuture.supplyAsync(question, BoundedAnswer::onItsOwn);
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
