package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.payload.Ticket;

/**
 * The projections that are being made. A file for several counterparties is read for all of them at the same time, and
 * once for those that may get the same of it, as long as that is all of it: what is cut down is cut down for each.
 * Thread-safe.
 */
final class Projections {

    private final Map<Question, CompletableFuture<Optional<Projection>>> underWay = new ConcurrentHashMap<>();

    /** What makes two projections the same. */
    record Question(Ticket payload, String layout, Permission permission) {}

    /**
     * What came of one.
     *
     * @param remains ticket of what remains; that of the payload if nothing was removed
     * @param counted records counted in the bytes, where the content can
     */
    record Projection(Ticket remains, Projected projected, Optional<Long> counted) {}

    /** Makes a projection. */
    interface Work {
        /** @param differs is to be run when it turns out that not all remains */
        Projection project(Runnable differs) throws IOException;
    }

    /** Returns what somebody else finds out about the same question at the moment, or what the work makes. */
    Projection of(Question question, Work work) throws IOException {
        CompletableFuture<Optional<Projection>> own = new CompletableFuture<>();
        CompletableFuture<Optional<Projection>> other = underWay.putIfAbsent(question, own);
        if (other == null) {
            return shared(question, work, own);
        }
        Optional<Projection> whole = outcome(other);
        return whole.isPresent() ? whole.get() : work.project(() -> {});
    }

    private Projection shared(Question question, Work work, CompletableFuture<Optional<Projection>> outcome)
            throws IOException {
        try {
            Projection made = work.project(() -> outcome.complete(Optional.empty()));
            if (made.remains().equals(question.payload())) {
                outcome.complete(Optional.of(made));
            }
            return made;
        } finally {
            // whoever waits for what failed tries it itself
            outcome.complete(Optional.empty());
            underWay.remove(question);
        }
    }

    private static Optional<Projection> outcome(CompletableFuture<Optional<Projection>> other) throws IOException {
        try {
            return other.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another projects the same payload");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
