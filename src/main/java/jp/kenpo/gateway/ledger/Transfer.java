package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.Set;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One file or message that moved, or is moving, on an interchange (授受 1 件).
 *
 * @param purposes ids of the purposes it was decided under; before the decision those the interchange names
 * @param fileName name as it came or as it leaves, hostile data for inbound: for people only, never a path; null for messages
 * @param source where an inbound file lay, {@code path|size|time}, to know an arrival that is met again; null if none
 * @param records number of receipts or rows; null until checked
 * @param members number of members concerned; null until checked
 * @param parent the transfer it was made from; null for inbound
 * @param party which of the many parties of its counterparty it is from or for, or was made from a file of; as it came:
 *     whether there is such a party, the gate decides. Null if none was named
 * @param answers the transfer whose inquiry this one answers, as it came; null if it answers none
 * @param ticket its payload; null when the bytes were not kept (refused arrival)
 * @param lastError code and place of the last failure; null if none
 */
public record Transfer(
        TransferId id,
        String interchange,
        Direction direction,
        String counterparty,
        Set<String> purposes,
        TransferState state,
        @Nullable String fileName,
        @Nullable String source,
        Instant receivedAt,
        Instant changedAt,
        @Nullable Long records,
        @Nullable Long members,
        @Nullable TransferId parent,
        @Nullable String party,
        @Nullable TransferId answers,
        @Nullable Ticket ticket,
        @Nullable String lastError) {

    /** Returns this transfer in another state, without the last error. */
    Transfer moved(TransferState to, Instant at) {
        return changed(purposes, to, fileName, records, members, ticket, null, at);
    }

    Transfer decidedUnder(Set<String> others, Instant at) {
        return changed(others, state, fileName, records, members, ticket, lastError, at);
    }

    Transfer counted(long countedRecords, long countedMembers, Instant at) {
        return changed(purposes, state, fileName, countedRecords, countedMembers, ticket, lastError, at);
    }

    Transfer sending(Ticket leaves, @Nullable String name, Instant at) {
        return changed(purposes, state, name, records, members, leaves, lastError, at);
    }

    Transfer failed(String error, Instant at) {
        return changed(purposes, state, fileName, records, members, ticket, error, at);
    }

    private Transfer changed(
            Set<String> nowUnder,
            TransferState to,
            @Nullable String name,
            @Nullable Long countedRecords,
            @Nullable Long countedMembers,
            @Nullable Ticket leaves,
            @Nullable String error,
            Instant at) {
        return new Transfer(
                id,
                interchange,
                direction,
                counterparty,
                nowUnder,
                to,
                name,
                source,
                receivedAt,
                at,
                countedRecords,
                countedMembers,
                parent,
                party,
                answers,
                leaves,
                error);
    }

    /** Returns the path that the source lay at, below the folder of its interchange; null for a message. */
    public @Nullable String sourcePath() {
        if (source == null) {
            return null;
        }
        int size = source.lastIndexOf('|', source.lastIndexOf('|') - 1);
        return source.substring(0, Math.max(size, 0));
    }
}
