package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/** What may be written in one piece of work of {@link Ledger#write}; all of it is durable, or none. */
public interface LedgerWrite {

    /** What is known of a transfer when it is recorded first. */
    record NewTransfer(
            String interchange,
            Direction direction,
            String counterparty,
            Set<String> purposes,
            TransferState state,
            @Nullable String fileName,
            @Nullable String source,
            @Nullable TransferId parent,
            @Nullable Ticket ticket) {}

    /** Records a new transfer without an entry; the caller enters what happened. */
    Transfer record(NewTransfer transfer);

    /** Returns the inbound transfer of the interchange with the same bytes that is neither a duplicate nor rejected. */
    Optional<Transfer> sameBytes(String interchange, String sha256);

    /** Returns the newest inbound transfer of the interchange that came from the same place with the same size and time. */
    Optional<Transfer> sameArrival(String interchange, String source);

    /** Returns the transfer that was made from the parent for the interchange. */
    Optional<Transfer> child(TransferId parent, String interchange);

    Optional<Transfer> find(TransferId id);

    /** Enters a line that changes no state. The details are written as they are: no value of a person. */
    void enter(@Nullable TransferId transfer, EntryKind kind, Map<String, ?> details);

    /**
     * Changes the state and enters why. Clears the last error.
     *
     * @throws StateConflictException if the transfer is in none of the expected states; nothing is written
     */
    Transfer move(
            TransferId transfer, Set<TransferState> expected, TransferState to, EntryKind kind, Map<String, ?> details);

    /** Sets what the check counted. */
    void counted(TransferId transfer, long records, long members);

    /** Sets the purpose decided under. */
    void decidedUnder(TransferId transfer, Set<String> purposes);

    /** Sets the payload that is to leave, and its name. */
    void willSend(TransferId transfer, Ticket ticket, @Nullable String fileName);

    void failed(TransferId transfer, String lastError);

    /** Keeps the findings of a check as JSON objects, replacing earlier ones. */
    void findings(TransferId transfer, List<String> json);

    /** Writes an outgoing message: a ticket for the queue, sent after the commit, at least once. */
    void announce(String queue, TransferId transfer);

    /** Writes an outgoing message with a body of its own (an event for the core system; no value of a person). */
    void announce(String queue, TransferId transfer, String body);

    /** Removes outgoing messages that the broker has. */
    void sent(List<Long> messages);

    Instant now();
}
