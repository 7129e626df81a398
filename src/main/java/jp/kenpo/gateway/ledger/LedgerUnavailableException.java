package jp.kenpo.gateway.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The ledger's database or its head file can't be read or written now. What was to be written may be tried again: it
 * is not durable, except when the connection broke at the very moment of the commit, which nobody can know.
 */
public final class LedgerUnavailableException extends RuntimeException {

    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
