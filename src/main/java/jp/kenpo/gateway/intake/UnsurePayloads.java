package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;

/**
 * Payloads that were kept and then could not be recorded, or nobody heard that they were. Without this, a file that is
 * met again at every poll while the database is away would be kept once a poll, until the disk is full. Thread-safe.
 */
final class UnsurePayloads {

    private final PayloadStore payloads;
    private final Ledger ledger;
    private final Queue<Ticket> unsure = new ConcurrentLinkedQueue<>();

    UnsurePayloads(PayloadStore payloads, Ledger ledger) {
        this.payloads = payloads;
        this.ledger = ledger;
    }

    void add(Ticket ticket) {
        unsure.add(ticket);
    }

    /**
     * Removes those that were not recorded. The ledger is asked where nobody else writes: a commit whose answer was lost
     * may still be under way.
     */
    void settle() throws IOException {
        List<Ticket> some = List.copyOf(unsure);
        if (some.isEmpty()) {
            return;
        }
        List<Ticket> unknown = ledger.write(write -> some.stream()
                .filter(ticket -> !write.knowsPayload(ticket.payloadId()))
                .toList());
        for (Ticket ticket : unknown) {
            payloads.discard(ticket);
        }
        unsure.removeAll(some);
    }
}
