package jp.kenpo.gateway.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a poller is.
 *
 * @param interchange whose files it looks for
 * @param lastPoll when it last looked, with or without success; null before the first time
 * @param lastSuccess when it last looked without a failure; null before the first time
 * @param failures failures in a row
 * @param failingSince when the first of them was; null if the last look succeeded
 * @param lastError kinds of the last of them; null if the last look succeeded
 * @param silent whether it has not even tried for so long that something is wrong with the gateway itself
 */
public record Heartbeat(
        String interchange,
        String counterparty,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        long failures,
        @Nullable Instant failingSince,
        @Nullable String lastError,
        boolean silent) {}
