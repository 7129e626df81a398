package jp.kenpo.gateway.payload;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Works on the pieces of a long payload, one after the other, while the first thread goes on with others. */
final class SecondThread {

    /** So much is done without it: most payloads are smaller, and would wait for it longer than it saves. */
    static final long ALONE = 4 * 1024 * 1024;

    /** So many pieces are under way at a time. */
    static final int PIECES = 16;

    /** What is done with a piece. */
    interface Work {
        void on(Piece piece) throws IOException;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread begun = new Thread(work, "payload-second-thread");
        begun.setDaemon(true);
        return begun;
    });
    private final Queue<Future<Piece>> underWay = new ArrayDeque<>(PIECES);
    private final Work work;

    /** Is read and written in that thread only. */
    private boolean failed;

    private boolean told;

    SecondThread(Work work) {
        this.work = work;
        for (int count = 0; count < PIECES; count++) {
            underWay.add(thread.submit(Piece::new));
        }
    }

    /** Hands a piece over to be worked on. */
    void hand(Piece piece) {
        underWay.add(thread.submit(() -> {
            if (!failed) {
                // whatever ends this work, nothing is done after it
                failed = true;
                work.on(piece);
                failed = false;
            }
            return piece;
        }));
    }

    /**
     * Takes the piece that was handed over first, when it is worked on.
     *
     * @throws IOException if that failed; so does every later call. What is no {@link IOException} is thrown once as it is:
     *     a fault of ours is no outage
     */
    Piece takeBack() throws IOException {
        try {
            Piece first = underWay.element().get();
            underWay.remove();
            return first;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a payload was read or written");
        } catch (ExecutionException failure) {
            throw asTold(failure);
        }
    }

    /** The first time it is told as it is; an exception can't be thrown again while it is on its way. */
    private IOException asTold(ExecutionException failure) {
        boolean first = !told;
        told = true;
        if (first && failure.getCause() instanceof RuntimeException fault) {
            throw fault;
        }
        if (first && failure.getCause() instanceof Error fault) {
            throw fault;
        }
        return first && failure.getCause() instanceof IOException known
                ? known
                : new IOException("a payload can't be read or written", failure);
    }

    /** Waits for all pieces. */
    void finish() throws IOException {
        while (!underWay.isEmpty()) {
            takeBack();
        }
    }

    /** Ends the thread; returns when it has let go of what it worked on. */
    void end() {
        underWay.forEach(piece -> piece.cancel(false));
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
