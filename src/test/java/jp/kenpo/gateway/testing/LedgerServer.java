package jp.kenpo.gateway.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A ledger in PostgreSQL, seen by another program. */
public final class LedgerServer implements WatchedLedger {

    /** The advisory lock that every writer of the ledger takes. */
    private static final long WRITERS = 0x6b656e706fL;

    private final String url;

    public LedgerServer(String url) {
        this.url = url;
    }

    @Override
    public Lock lock() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + WRITERS + ")");
        }
        return connection::close;
    }

    @Override
    public Optional<Lock> lockWhen(String query, Duration within) throws SQLException {
        long end = System.nanoTime() + within.toNanos();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            while (!hasRow(statement, query)) {
                if (System.nanoTime() > end) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(lock());
    }

    private static boolean hasRow(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    @Override
    public Set<String> column(String query) throws SQLException {
        Set<String> values = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
