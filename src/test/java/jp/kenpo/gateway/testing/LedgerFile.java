package jp.kenpo.gateway.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The SQLite file of a gateway's ledger, seen by another program: it can look, and it can keep the gateway waiting. */
public final class LedgerFile implements WatchedLedger {

    private final String url;

    public LedgerFile(Path dataDir) {
        this.url = "jdbc:sqlite:" + dataDir.resolve("ledger/ledger.db");
    }

    @Override
    public Lock lock() throws SQLException {
        return lock(awake());
    }

    private Lock lock(Connection connection) throws SQLException {
        while (!begun(connection)) {
            Thread.onSpinWait();
        }
        return connection::close;
    }

    /** Opens a connection that never sleeps between two tries: it would miss the moment between two commits. */
    private Connection awake() throws SQLException {
        Connection connection = open(SQLiteConfig.TransactionMode.DEFERRED);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 0");
        }
        return connection;
    }

    private static boolean begun(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            return true;
        } catch (SQLException failed) {
            if (isBusy(failed)) {
                return false;
            }
            throw failed;
        }
    }

    private static boolean isBusy(SQLException failed) {
        return failed instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    /** Takes the lock as soon as the query returns a row; fails where none comes. */
    public Lock lockWhen(String query) throws SQLException {
        return lockWhen(query, GatewayProcess.PATIENCE).orElseThrow(() -> new AssertionError("no row ever: " + query));
    }

    @Override
    public Optional<Lock> lockWhen(String query, Duration within) throws SQLException {
        long end = System.nanoTime() + within.toNanos();
        // open already when the row is there: it may be gone some milliseconds later
        Connection locking = awake();
        try (Connection connection = open(SQLiteConfig.TransactionMode.DEFERRED);
                Statement statement = connection.createStatement()) {
            while (!hasRow(statement, query)) {
                if (System.nanoTime() > end) {
                    locking.close();
                    return Optional.empty();
                }
                Thread.onSpinWait();
            }
        }
        return Optional.of(lock(locking));
    }

    /**
     * Lets the gateway never finish one change: it is still inside the statement, with nothing committed, when it is killed.
     * A lock could miss that moment, which on a fast disk is shorter than a look at the ledger.
     *
     * @param change what the change is, in SQLite's words for a trigger: {@code update of state on transfer when ...}
     */
    public void neverFinish(String change) throws SQLException {
        execute("create view endless as with recursive endless(n) as (select 1 union all select n + 1 from endless)"
                + " select n from endless");
        execute("create trigger never_finished before " + change + " begin select count(*) from endless; end");
    }

    /** Lets what was never finished be done again. */
    public void finish() throws SQLException {
        execute("drop trigger never_finished");
        execute("drop view endless");
    }

    private void execute(String change) throws SQLException {
        try (Connection connection = open(SQLiteConfig.TransactionMode.DEFERRED);
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    private static boolean hasRow(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException failed) {
            if (isBusy(failed)) {
                return false;
            }
            throw failed;
        }
    }

    /**
     * Has the cut-off of a day come for what waits for it. Who waits, and for which interchange, stays as the gateway wrote
     * it; the sealed entries do not change.
     */
    public void cutOff(String interchange, Set<String> parts, Instant cutOff) {
        try (Connection connection = open(SQLiteConfig.TransactionMode.IMMEDIATE);
                PreparedStatement update = connection.prepareStatement(
                        "update transfer_part set cut_off = ? where batch is null and interchange = ? and part = ?")) {
            connection.setAutoCommit(false);
            for (String part : parts) {
                update.setLong(1, ChronoUnit.MICROS.between(Instant.EPOCH, cutOff));
                update.setString(2, interchange);
                update.setString(3, part);
                update.executeUpdate();
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new AssertionError("the cut-off could not be brought forward", failed);
        }
    }

    @Override
    public Set<String> column(String query) throws SQLException {
        Set<String> values = new HashSet<>();
        try (Connection connection = open(SQLiteConfig.TransactionMode.DEFERRED);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Opening can meet a lock too, for a moment, when the gateway begins its log or a new one recovers it. */
    private Connection open(SQLiteConfig.TransactionMode mode) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) GatewayProcess.PATIENCE.toMillis());
        config.setTransactionMode(mode);
        long end = System.nanoTime() + GatewayProcess.PATIENCE.toNanos();
        while (true) {
            try {
                return config.createConnection(url);
            } catch (SQLException failed) {
                if (!isBusy(failed) || System.nanoTime() > end) {
                    throw failed;
                }
                Thread.onSpinWait();
            }
        }
    }
}
