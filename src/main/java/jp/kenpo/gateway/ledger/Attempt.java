package jp.kenpo.gateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is tried again: a transfer whose step failed, or that waits for its turn at a connection that failed.
 *
 * @param queue where its ticket goes when it is tried next
 * @param failures failed attempts, from 0
 * @param since when it began to fail or wait
 * @param next when it is tried next; null while it is being tried and while it waits for a person
 */
public record Attempt(
        TransferId transfer,
        String queue,
        long failures,
        Instant since,
        @Nullable Instant next) {}
