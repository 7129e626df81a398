package jp.kenpo.gateway.quarantine;

import java.io.IOException;
import java.util.function.Function;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import org.jspecify.annotations.Nullable;

/** One of the things that a person does with a transfer that waits. */
public sealed interface Act permits Release, Replay, Rejection, HandDelivery {

    /**
     * What stands in the way, and what would change.
     *
     * @param obstacle null if nothing does
     * @param difference null unless it is replayed, or refused again
     */
    record Prospect(@Nullable Obstacle obstacle, @Nullable Difference difference) {

        static final Prospect CLEAR = new Prospect(null, null);

        static Prospect blocked(Obstacle by) {
            return new Prospect(by, null);
        }
    }

    /** Returns whether it can be done with a transfer in this state at all. */
    default boolean concerns(TransferState state) {
        return state.waits();
    }

    /**
     * Looks ahead; changes nothing.
     *
     * @throws IOException if the payload can't be read
     */
    Prospect prospect(Transfer transfer) throws IOException;

    /**
     * Returns what is to be written; what has to be kept before is kept.
     *
     * @throws IOException if a payload can't be read or kept
     */
    Function<LedgerWrite, Transfer> work(Transfer transfer, Prospect prospect) throws IOException;
}
