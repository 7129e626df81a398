package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.payload.Ticket;
import org.jspecify.annotations.Nullable;

/** One piece of work inside the writer's transaction. Used by the writer's thread, for one caller's work. */
final class LedgerPiece implements LedgerWrite {

    private final LedgerSession session;
    private final LedgerSeal seal;
    private final TransferIds ids;
    private final Instant now;
    private final TransferRows transfers;
    private ChainEnd end;
    private boolean announced;

    LedgerPiece(LedgerSession session, LedgerSeal seal, TransferIds ids, Instant now, ChainEnd end) {
        this.session = session;
        this.seal = seal;
        this.ids = ids;
        this.now = now;
        this.end = end;
        this.transfers = new TransferRows(session.transfers(), now);
    }

    /** Writes what the work left to be written together. */
    void finish() {
        transfers.write();
    }

    /** Returns where the chain ends after this piece. */
    ChainEnd end() {
        return end;
    }

    /** Returns whether an outgoing message was written. */
    boolean announced() {
        return announced;
    }

    @Override
    public Transfer record(NewTransfer transfer) {
        if (!transfer.state().mayBegin()) {
            throw new IllegalArgumentException(
                    "no transfer begins in the state " + transfer.state().label());
        }
        Transfer recorded = new Transfer(
                ids.next(now),
                transfer.interchange(),
                transfer.direction(),
                transfer.counterparty(),
                transfer.purposes(),
                transfer.state(),
                transfer.fileName(),
                transfer.source(),
                now,
                now,
                null,
                null,
                transfer.parent(),
                transfer.party(),
                transfer.answers(),
                transfer.ticket(),
                null);
        transfers.insert(recorded);
        return recorded;
    }

    @Override
    public boolean knowsPayload(String payloadId) {
        return transfers.written().knowsPayload(payloadId);
    }

    @Override
    public Optional<Transfer> sameBytes(String interchange, Origin origin, String sha256) {
        return transfers.written().sameBytes(interchange, origin, sha256);
    }

    @Override
    public Optional<Transfer> sameArrival(String interchange, @Nullable String party, String source) {
        return transfers.written().sameArrival(interchange, party, source);
    }

    @Override
    public Optional<Transfer> child(TransferId parent, String interchange) {
        return transfers.written().child(parent, interchange);
    }

    @Override
    public Optional<Transfer> find(TransferId id) {
        return transfers.find(id);
    }

    @Override
    public void enter(@Nullable TransferId transfer, EntryKind kind, Map<String, ?> details) {
        TransferState state =
                transfer == null ? null : transfers.existing(transfer).state();
        EntryRow row = EntryRow.sealed(seal, end, now, transfer, kind, state, details);
        session.entries().append(row);
        end = row.asEnd();
    }

    @Override
    public Transfer move(
            TransferId transfer,
            Set<TransferState> expected,
            TransferState to,
            EntryKind kind,
            Map<String, ?> details) {
        Transfer before = transfers.existing(transfer);
        TransferState found = before.state();
        if (!expected.contains(found) || !to.mayFollow(found)) {
            throw new StateConflictException(transfer, found);
        }
        Transfer moved = before.moved(to, now);
        Map<String, @Nullable Object> columns = new HashMap<>(Map.of("state", to.label()));
        columns.put("last_error", null);
        transfers.change(moved, columns);
        if (to.ended()) {
            session.mayBeThere().remove(transfer);
        }
        if (to.ended() || found.waits()) {
            session.attempts().remove(transfer);
        } else if (to.waits()) {
            session.attempts().rest(transfer);
        }
        if (found == TransferState.HELD) {
            session.stoppages().remove(transfer).ifPresent(queue -> session.attempts()
                    .hasten(queue, now));
        }
        enter(transfer, kind, details);
        return moved;
    }

    @Override
    public void counted(TransferId transfer, long records, long members) {
        transfers.change(
                transfers.existing(transfer).counted(records, members, now),
                Map.of("records", records, "members", members));
    }

    @Override
    public void decidedUnder(TransferId transfer, Set<String> purposes) {
        transfers.change(
                transfers.existing(transfer).decidedUnder(purposes, now),
                Map.of("purposes", TransferColumns.joined(purposes)));
    }

    @Override
    public void willSend(TransferId transfer, Ticket ticket, @Nullable String fileName) {
        Transfer before = transfers.existing(transfer);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("file_name", fileName);
        if (!ticket.equals(before.ticket())) {
            columns.put("payload_id", ticket.payloadId());
            columns.put("wrapped_key", ticket.wrappedKey());
            columns.put("sha256", ticket.sha256());
            columns.put("size", ticket.size());
        }
        transfers.change(before.sending(ticket, fileName, now), columns);
    }

    @Override
    public void failed(TransferId transfer, String lastError) {
        transfers.change(transfers.existing(transfer).failed(lastError, now), Map.of("last_error", lastError));
    }

    @Override
    public Optional<Attempt> attempt(TransferId transfer) {
        return session.attempts().find(transfer);
    }

    @Override
    public void tryAgain(Attempt attempt) {
        session.attempts().put(attempt);
    }

    @Override
    public void willBeThere(TransferId transfer, String sha256) {
        Transfer found = transfers.existing(transfer);
        Ticket ticket = found.ticket();
        // another gateway may deliver it anew by now, cut down under other rules
        if (found.state() != TransferState.DELIVERING
                || ticket == null
                || !ticket.sha256().equals(sha256)) {
            throw new StateConflictException(transfer, found.state());
        }
        noteMayBeThere(transfer);
    }

    @Override
    public void noteMayBeThere(TransferId transfer) {
        session.mayBeThere().put(transfer);
    }

    @Override
    public boolean mayBeThere(TransferId transfer) {
        return session.mayBeThere().has(transfer);
    }

    @Override
    public int announceDue(int limit) {
        List<Attempt> due = session.attempts().due(now, limit);
        for (Attempt each : due) {
            announce(each.queue(), each.transfer());
            session.attempts().put(new Attempt(each.transfer(), each.queue(), each.failures(), each.since(), null));
        }
        return due.size();
    }

    @Override
    public void hasten(String queue) {
        session.attempts().hasten(queue, now);
    }

    @Override
    public void stop(TransferId transfer, String interchange, String queue) {
        session.stoppages().put(new Stoppage(interchange, transfer, now), queue);
    }

    @Override
    public void findings(TransferId transfer, List<String> json) {
        session.messages().findings(transfer, json);
    }

    @Override
    public void provision(TransferId transfer, String sealed) {
        session.provisions().put(transfer, sealed);
    }

    @Override
    public void announce(String queue, TransferId transfer) {
        session.messages().announce(queue, transfer, null);
        announced = true;
    }

    @Override
    public void announce(String queue, TransferId transfer, String body) {
        session.messages().announce(queue, transfer, body);
        announced = true;
    }

    @Override
    public void collect(TransferId part, String interchange, Instant cutOff) {
        session.parts().collect(part, interchange, cutOff);
    }

    @Override
    public List<TransferId> waiting(String interchange, Instant cutOff) {
        return session.parts().waiting(interchange, cutOff);
    }

    @Override
    public Optional<Instant> lastCutOff(String interchange) {
        return session.parts().lastCutOff(interchange);
    }

    @Override
    public void batch(TransferId batch, String interchange, Instant cutOff) {
        session.parts().batch(batch, interchange, cutOff);
    }

    @Override
    public boolean enterLate(String interchange, Instant due, Map<String, ?> details) {
        boolean first = session.movements().enterLate(interchange, due);
        if (first) {
            enter(null, EntryKind.LATE, details);
        }
        return first;
    }

    @Override
    public void records(TransferId transfer, Collection<String> records) {
        session.sentRecords().sent(transfer, records);
    }

    @Override
    public boolean became(String record, String outcome, TransferId answeredBy) {
        return session.sentRecords().became(record, outcome, answeredBy);
    }

    @Override
    public boolean acknowledge(TransferId sent, TransferId by, Map<String, ?> details) {
        boolean first = session.acknowledgements().note(sent, by, now);
        if (first) {
            enter(sent, EntryKind.ACKNOWLEDGED, details);
        }
        return first;
    }

    @Override
    public Acknowledgements acknowledgements() {
        transfers.write();
        return session.acknowledgements();
    }

    @Override
    public void sent(List<Long> messages) {
        session.messages().sent(messages);
    }

    @Override
    public void skipMessageNumbers() {
        session.messages().skipNumbers();
    }

    @Override
    public Instant now() {
        return now;
    }
}
