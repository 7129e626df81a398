package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/** What may be written in one piece of work of {@link Ledger#write}; all of it is durable, or none. */
public interface LedgerWrite {

    /** Whom a transfer is from or for, and what it answers, see {@link Transfer}. */
    record Origin(@Nullable String party, @Nullable TransferId answers) {

        /** No party, no inquiry. */
        public static final Origin NONE = new Origin(null, null);
    }

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
            @Nullable String party,
            @Nullable TransferId answers,
            @Nullable Ticket ticket) {

        /** One that names no party and answers nothing. */
        public NewTransfer(
                String interchange,
                Direction direction,
                String counterparty,
                Set<String> purposes,
                TransferState state,
                @Nullable String fileName,
                @Nullable String source,
                @Nullable TransferId parent,
                @Nullable Ticket ticket) {
            this(interchange, direction, counterparty, purposes, state, fileName, source, parent, null, null, ticket);
        }
    }

    /** Records a new transfer without an entry; the caller enters what happened. */
    Transfer record(NewTransfer transfer);

    /** Returns whether any transfer has this payload: for certain, for nobody else writes meanwhile. */
    boolean knowsPayload(String payloadId);

    /**
     * Returns the inbound transfer of the interchange with the same bytes that is neither a duplicate nor rejected.
     *
     * @param origin from or for the same party, and answering the same transfer
     */
    Optional<Transfer> sameBytes(String interchange, Origin origin, String sha256);

    /**
     * Returns the newest inbound transfer of the interchange that came from the same place with the same size and time.
     *
     * @param party party that it is from or for; null if none was named
     */
    Optional<Transfer> sameArrival(String interchange, @Nullable String party, String source);

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

    /** Returns how often a transfer failed since it last came on, or empty if it did not. */
    Optional<Attempt> attempt(TransferId transfer);

    /** Notes when a transfer is tried again, in the place of what was noted before; its end removes the note. */
    void tryAgain(Attempt attempt);

    /**
     * Notes that the file of a transfer is about to get its name at the counterparty: whatever breaks off from now on, it
     * may be there. To be durable before it gets it.
     *
     * @param sha256 hash of the file; 64 hex digits
     * @throws StateConflictException if the transfer is not being delivered, or not any more, or with other bytes; nothing is
     *     written
     */
    void willBeThere(TransferId transfer, String sha256);

    /** Notes that nobody knows whether the file of a transfer is at the counterparty, in whatever state it is. */
    void noteMayBeThere(TransferId transfer);

    /** Returns whether the file of a transfer that did not come to an end may be at the counterparty. */
    boolean mayBeThere(TransferId transfer);

    /** Writes a ticket for what is due to be tried again, at most so many, and returns how many there were. */
    int announceDue(int limit);

    /** Lets what waits to go to this queue be due now. */
    void hasten(String queue);

    /**
     * Stops an interchange for as long as this transfer of it is held; when a person moves the transfer, what waited to go
     * to the queue meanwhile is due at once.
     */
    void stop(TransferId transfer, String interchange, String queue);

    /** Keeps the findings of a check as JSON objects, replacing earlier ones. */
    void findings(TransferId transfer, List<String> json);

    /** Keeps the sealed record of a provision or a receipt, in the place of an earlier one. The caller enters its hash. */
    void provision(TransferId transfer, String sealed);

    /** Writes an outgoing message: a ticket for the queue, sent after the commit, at least once. */
    void announce(String queue, TransferId transfer);

    /** Writes an outgoing message with a body of its own (an event for the core system; no value of a person). */
    void announce(String queue, TransferId transfer, String body);

    /** Has an accepted transfer wait for a cut-off of the outbound interchange; the caller enters that it does. */
    void collect(TransferId part, String interchange, Instant cutOff);

    /** Returns what waits for the cut-off, in the order of arrival. */
    List<TransferId> waiting(String interchange, Instant cutOff);

    /** Returns the last cut-off of the interchange that a batch was made for. */
    Optional<Instant> lastCutOff(String interchange);

    /** Makes everything that waits for the cut-off part of the batch, which was recorded in this piece of work. */
    void batch(TransferId batch, String interchange, Instant cutOff);

    /** Enters that what was due is late, once for each time; returns whether this was the time. */
    boolean enterLate(String interchange, Instant due, Map<String, ?> details);

    /**
     * Keeps which records a transfer sends that are answered one by one; one that is kept already stays as it is.
     *
     * @param records keyed pseudonyms, no value of a person
     */
    void records(TransferId transfer, Collection<String> records);

    /**
     * Keeps what became of a record, in the place of what was told before.
     *
     * @return false if no transfer sent such a record
     */
    boolean became(String record, String outcome, TransferId answeredBy);

    /**
     * Leaves out numbers of outgoing messages, more than any ledger gives: after a restore the broker may know the next ones,
     * and would take a new message for one that it has.
     */
    void skipMessageNumbers();

    /**
     * Enters that a delivery was acknowledged, once: what comes later changes nothing.
     *
     * @return false if it was acknowledged before
     */
    boolean acknowledge(TransferId sent, TransferId by, Map<String, ?> details);

    /** Returns what was sent and may be acknowledged, as this piece of work sees it. */
    Acknowledgements acknowledgements();

    /** Removes outgoing messages that the broker has. */
    void sent(List<Long> messages);

    Instant now();
}
