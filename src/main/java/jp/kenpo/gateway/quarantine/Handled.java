package jp.kenpo.gateway.quarantine;

import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import org.jspecify.annotations.Nullable;

/**
 * What became of one transfer that a person dealt with.
 *
 * @param interchange null where the ledger knows no such transfer
 * @param before state in which it was found; null where the ledger knows no such transfer
 * @param after state in which it is now; the same where nothing was done
 * @param obstacle why nothing was done; null if it was, or would have been
 * @param difference what today's rules decide otherwise; null unless it was replayed, or would be refused again
 */
public record Handled(
        TransferId id,
        @Nullable String interchange,
        @Nullable TransferState before,
        @Nullable TransferState after,
        @Nullable Obstacle obstacle,
        @Nullable Difference difference) {}
