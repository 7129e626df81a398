package jp.kenpo.gateway.operations;

import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.quarantine.Difference;
import jp.kenpo.gateway.quarantine.Handled;
import org.jspecify.annotations.Nullable;

/**
 * What became of one transfer that a person dealt with, as commands show it.
 *
 * @param before state in which it was found; null where the ledger knows no such transfer
 * @param after state in which it is now
 * @param result {@code done}, {@code would-do} where only looked at, or why nothing was done, for example
 *     {@code not-waiting}
 * @param difference what today's rules decide otherwise; null unless it was replayed, or would be refused again
 */
public record HandledView(
        String id,
        @Nullable String interchange,
        @Nullable String before,
        @Nullable String after,
        String result,
        @Nullable Difference difference) {

    private static final String DONE = "done";
    private static final String WOULD_DO = "would-do";

    static HandledView of(Handled handled, boolean written) {
        var obstacle = handled.obstacle();
        return new HandledView(
                handled.id().value(),
                handled.interchange(),
                label(handled.before()),
                label(handled.after()),
                obstacle != null ? obstacle.label() : written ? DONE : WOULD_DO,
                handled.difference());
    }

    /** Returns whether nothing stood in the way. */
    public boolean went() {
        return result.equals(DONE) || result.equals(WOULD_DO);
    }

    private static @Nullable String label(@Nullable TransferState state) {
        return state == null ? null : state.label();
    }
}
