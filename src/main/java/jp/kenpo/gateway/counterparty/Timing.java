package jp.kenpo.gateway.counterparty;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When an interchange moves, where that was agreed.
 *
 * @param due inbound: when it is expected; null: at any time
 * @param cutOff outbound: time of each business day at which what was collected leaves as one; null: each at once
 * @param retryFor how long a transfer is tried again whose connection, disk or database fails, until a person decides;
 *     null: as long as the installation says
 */
public record Timing(
        @Nullable Due due,
        @Nullable LocalTime cutOff,
        @Nullable Duration retryFor) {

    /** Nothing is agreed. */
    public static final Timing ANY = new Timing(null, null);

    /** A timing with the installation's deadline for retries. */
    public Timing(@Nullable Due due, @Nullable LocalTime cutOff) {
        this(due, cutOff, null);
    }

    /** Returns how long it is tried again. */
    public Duration retryForOr(Duration otherwise) {
        return retryFor == null ? otherwise : retryFor;
    }
}
