package jp.kenpo.gateway.delivery;

import java.util.Optional;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.payload.Ticket;

/**
 * Names a delivery for good: the id of the transfer, and its bytes. A transfer that was decided anew may leave with other
 * bytes: what became of the first tells nothing of those.
 */
final class DeliveryKey {

    private static final String BETWEEN = "-";
    private static final int SIGNS_OF_HASH = 16;

    private DeliveryKey() {}

    static String of(Transfer transfer, Ticket ticket) {
        String hash = ticket.sha256();
        return transfer.id() + BETWEEN + hash.substring(0, Math.min(SIGNS_OF_HASH, hash.length()));
    }

    /** Returns the transfer that a key names; empty for that of an error report. */
    static Optional<TransferId> transferOf(String key) {
        try {
            return Optional.of(new TransferId(key.split(BETWEEN, 2)[0]));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
