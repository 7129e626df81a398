package jp.kenpo.gateway.operations;

import java.time.OffsetDateTime;
import java.util.List;
import jp.kenpo.gateway.ledger.Attempt;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import org.jspecify.annotations.Nullable;

/**
 * One transfer as commands and REST API show it.
 *
 * @param direction {@code in} or {@code out}, seen from the society
 * @param state for example {@code delivered}
 * @param fileName name as it came or leaves, hostile data for inbound; null for messages
 * @param records number of receipts or rows; null until checked
 * @param members number of members concerned; null until checked
 * @param sha256 hash of the bytes, 64 hex digits; null when the bytes were not kept
 * @param parent id of the transfer it was made from; null for inbound
 * @param lastError code and place of the last failure; null if none
 * @param attempts how often it failed since it last came on; null if it did not
 * @param nextAttempt when it is tried next; null while it is being tried, and once a person must decide
 * @param party which of the parties of its counterparty it is from or for, or was made from a file of; null if none
 * @param answers id of the transfer whose inquiry it answers; null if none
 * @param acknowledgedBy id of the transfer by which the counterparty confirmed it (受領確認); null if none did
 * @param batches ids of the batches that it went into, with others of its day
 */
public record TransferView(
        String id,
        String interchange,
        String direction,
        String counterparty,
        List<String> purposes,
        String state,
        @Nullable String fileName,
        OffsetDateTime receivedAt,
        @Nullable Long records,
        @Nullable Long members,
        @Nullable String sha256,
        @Nullable String parent,
        @Nullable String lastError,
        @Nullable Long attempts,
        @Nullable OffsetDateTime nextAttempt,
        @Nullable String party,
        @Nullable String answers,
        @Nullable String acknowledgedBy,
        List<String> batches) {

    static TransferView of(
            Transfer transfer,
            List<TransferId> batches,
            @Nullable Attempt attempt,
            @Nullable TransferId acknowledgedBy) {
        var next = attempt == null ? null : attempt.next();
        var ticket = transfer.ticket();
        var parent = transfer.parent();
        var answers = transfer.answers();
        return new TransferView(
                transfer.id().value(),
                transfer.interchange(),
                Labels.of(transfer.direction()),
                transfer.counterparty(),
                transfer.purposes().stream().sorted().toList(),
                transfer.state().label(),
                transfer.fileName(),
                Labels.inTokyo(transfer.receivedAt()),
                transfer.records(),
                transfer.members(),
                ticket == null ? null : ticket.sha256(),
                parent == null ? null : parent.value(),
                transfer.lastError(),
                attempt == null ? null : attempt.failures(),
                next == null ? null : Labels.inTokyo(next),
                transfer.party(),
                answers == null ? null : answers.value(),
                acknowledgedBy == null ? null : acknowledgedBy.value(),
                batches.stream().map(TransferId::value).toList());
    }
}
