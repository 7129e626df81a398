package jp.kenpo.gateway.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. While a group is being committed the next one gathers, so that a commit is shared by as
 * many callers as wait, and a lone caller waits for nobody.
 */
final class WriteQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteQueue.class);
    private static final int GROUP = 64;

    private final LedgerWriter writer;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Ledger.@Nullable WriteWatch watch;
    private final Thread thread = new Thread(this::run, "ledger-writer");
    private boolean closed;

    WriteQueue(LedgerWriter writer) {
        this.writer = writer;
        thread.start();
    }

    private record Waiting(Function<LedgerWrite, ?> work, CompletableFuture<@Nullable Object> done) {}

    /** A piece that writes nothing and after which nothing comes. */
    private static final Waiting LAST = new Waiting(write -> true, new CompletableFuture<>());

    /** Returns what the work returned, when it is durable; an interrupt does not end the waiting. */
    <T> T write(Function<LedgerWrite, T> work) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a piece of work can't wait for another one: write both in one piece");
        }
        Waiting waiting = new Waiting(work, new CompletableFuture<>());
        add(waiting);
        try {
            @SuppressWarnings("unchecked") // the value is the one that this work returned
            T value = (T) waiting.done().join();
            return value;
        } catch (CompletionException e) {
            throw thrown(e.getCause());
        }
    }

    void onOutgoing(Runnable listener) {
        listeners.add(listener);
    }

    void watch(Ledger.WriteWatch other) {
        watch = other;
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                queue.add(LAST);
            }
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void add(Waiting waiting) {
        if (closed) {
            throw new IllegalStateException("the ledger is closed");
        }
        queue.add(waiting);
    }

    private void run() {
        try (writer) {
            List<Waiting> group = new ArrayList<>(GROUP);
            boolean more = true;
            while (more) {
                group.clear();
                group.add(next());
                queue.drainTo(group, GROUP - 1);
                more = !group.remove(LAST);
                if (!group.isEmpty()) {
                    carryOut(group);
                }
            }
        }
    }

    private Waiting next() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                LOG.warn("The ledger's writer ends by closing the ledger, not by an interrupt");
            }
        }
    }

    private void carryOut(List<Waiting> group) {
        Ledger.WriteWatch watching = watch;
        if (watching != null) {
            watching.begun();
        }
        try {
            LedgerWriter.Written written = writer.write(
                    group.stream().<Function<LedgerWrite, ?>>map(Waiting::work).toList());
            if (watching != null) {
                watching.ended(null);
            }
            for (int at = 0; at < group.size(); at++) {
                complete(group.get(at).done(), written.outcomes().get(at));
            }
            if (written.announced()) {
                listeners.forEach(WriteQueue::tell);
            }
        } catch (RuntimeException | Error e) {
            if (watching != null) {
                watching.ended(e);
            }
            group.forEach(waiting -> waiting.done().completeExceptionally(e));
        }
    }

    private static void complete(CompletableFuture<@Nullable Object> done, LedgerWriter.Outcome outcome) {
        if (outcome.failure() == null) {
            done.complete(outcome.value());
        } else {
            done.completeExceptionally(outcome.failure());
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("A listener for outgoing messages failed; the messages stay in the ledger", e);
        }
    }

    /** Gives the caller the very exception of its work, so that it can be caught by its type. */
    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("a piece of work ended with neither a value nor an exception", cause);
    }
}
