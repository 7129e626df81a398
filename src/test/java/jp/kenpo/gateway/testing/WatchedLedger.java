package jp.kenpo.gateway.testing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The database of a gateway's ledger, seen by another program: it can look, and it can keep the gateway waiting. */
public interface WatchedLedger {

    /** A lock that is held; the gateway waits for it. */
    interface Lock extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** Takes the lock of writers, between two commits of the gateway. */
    Lock lock() throws SQLException;

    /**
     * Takes the lock as soon as the query returns a row; the gateway has done that and nothing after it, or little.
     *
     * @return empty if no row came within the time
     */
    Optional<Lock> lockWhen(String query, Duration within) throws SQLException;

    /** Returns the first column of a query. */
    Set<String> column(String query) throws SQLException;
}
