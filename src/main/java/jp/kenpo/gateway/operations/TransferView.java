package jp.kenpo.gateway.operations;

import java.time.OffsetDateTime;
import java.util.List;
import jp.kenpo.gateway.ledger.Transfer;
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
        @Nullable String lastError) {

    static TransferView of(Transfer transfer) {
        var ticket = transfer.ticket();
        var parent = transfer.parent();
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
                transfer.lastError());
    }
}
