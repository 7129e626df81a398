package jp.kenpo.gateway.counterparty;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When an interchange moves, where that was agreed.
 *
 * @param due inbound: when it is expected; null: at any time
 * @param cutOff outbound: time of each business day at which what was collected leaves as one; null: each at once
 */
public record Timing(@Nullable Due due, @Nullable LocalTime cutOff) {

    /** Nothing is agreed. */
    public static final Timing ANY = new Timing(null, null);
}
