package jp.kenpo.gateway.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's database or its head file can't be read or written now. What was to be written may be tried again: it
 * is not durable, except when the connection broke at the very moment of the commit, which nobody can know.
 */
public final class LedgerUnavailableException extends RuntimeException {

    /** Of SQLSTATE: the connection broke or was not made; too many of them; the server was being stopped or started. */
    private static final Set<String> UNREACHED = Set.of("08", "53300", "57");

    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns whether the database could not be reached: any answer then shows that it works again. False if it answered
     * and took no entry, for lack of room for instance.
     */
    public boolean isUnreached() {
        return isUnreached(this);
    }

    /** Returns whether this came about because the database could not be reached, whoever noticed it. */
    public static boolean isUnreached(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException server && server.getSQLState() != null) {
                return UNREACHED.stream().anyMatch(server.getSQLState()::startsWith);
            }
        }
        return false;
    }
}
