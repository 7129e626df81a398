package jp.kenpo.gateway.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Where the ledger's rows lie: an embedded SQLite file (WAL, synchronous FULL) or PostgreSQL.
 *
 * <p>Nothing is opened before it is used. Several processes may use the same database.
 */
public final class LedgerDatabase implements AutoCloseable {

    private static final int READERS = 4;
    private static final int PATIENCE_MILLISECONDS = 30_000;
    private static final int CONNECT_SECONDS = 10;
    /** Longer than any wait for the lock of another writer. */
    private static final int ANSWER_SECONDS = 120;

    private static final int READER_PATIENCE_MILLISECONDS = 5_000;

    /** In pages, or below zero in KiB, as SQLite takes it: the ends of all indexes that a group touches. */
    private static final int WRITER_CACHE = -16_384;

    /** Number of our advisory lock; any other program of the database must not use it. */
    private static final long LOCK = 0x6b656e706fL;

    private final DataSource connections;
    private final @Nullable Path file;
    private final long longestSilence;
    private @Nullable HikariDataSource readers;

    /** @param longestSilence in milliseconds; 0: for ever */
    private LedgerDatabase(DataSource connections, @Nullable Path file, long longestSilence) {
        this.connections = connections;
        this.file = file;
        this.longestSilence = longestSilence;
    }

    /** The file is made, with its folder, when the ledger is opened for writing. */
    public static LedgerDatabase sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(PATIENCE_MILLISECONDS);
        config.enforceForeignKeys(true);
        // the lock is taken at the beginning: a transaction that reads first and writes later fails instead of waiting
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return new LedgerDatabase(source, file.toAbsolutePath(), 0);
    }

    /**
     * @param url {@code jdbc:postgresql://host/database}, with what TLS needs; {@code socketTimeout} in it says how many
     *     seconds an answer is waited for, on both sides
     */
    public static LedgerDatabase postgresql(String url, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        // a host that is gone says nothing any more; the URL may set other limits, but not over those that are set here
        source.setTcpKeepAlive(true);
        if (!sets(url, "connectTimeout")) {
            source.setConnectTimeout(CONNECT_SECONDS);
        }
        if (!sets(url, "socketTimeout")) {
            source.setSocketTimeout(ANSWER_SECONDS);
        }
        source.setUrl(url);
        source.setReWriteBatchedInserts(true);
        // the detail of a server's error repeats values of the row
        source.setLogServerErrorDetail(false);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return new LedgerDatabase(source, null, TimeUnit.SECONDS.toMillis(source.getSocketTimeout()));
    }

    private static boolean sets(String url, String property) {
        return Pattern.compile("[?&]" + property + "=").matcher(url).find();
    }

    /** Brings the schema up to date. */
    void migrate() {
        try {
            if (file != null && file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Flyway.configure().dataSource(connections).load().migrate();
        } catch (IOException | RuntimeException e) {
            throw new LedgerUnavailableException("the schema of the ledger can't be brought up to date", e);
        }
    }

    /** Returns a client for single statements, each of which sees one state of the database. */
    synchronized JdbcClient reader() {
        if (readers == null) {
            if (file != null && !Files.exists(file)) {
                throw new LedgerUnavailableException(
                        "there is no ledger at " + file + "; it is made when the gateway first runs", null);
            }
            HikariConfig config = new HikariConfig();
            config.setDataSource(lasting());
            config.setPoolName("ledger-readers");
            config.setMaximumPoolSize(READERS);
            config.setMinimumIdle(1);
            // who asks for readiness or a list is told soon that the database is away
            config.setConnectionTimeout(READER_PATIENCE_MILLISECONDS);
            readers = new HikariDataSource(config);
        }
        return JdbcClient.create(readers);
    }

    /**
     * Writes a copy of one state of the database into a new or empty file, while others go on reading and writing.
     *
     * @throws LedgerUnavailableException if it is a PostgreSQL database, which has tools of its own, or can't be copied
     */
    public void copyTo(Path copy) {
        if (file == null) {
            throw new LedgerUnavailableException("a PostgreSQL database is copied with pg_dump", null);
        }
        try {
            reader().sql("vacuum into ?")
                    .param(copy.toAbsolutePath().toString())
                    .update();
        } catch (DataAccessException e) {
            throw new LedgerUnavailableException("the ledger can't be copied", e);
        }
    }

    /** Opens a connection for the writer. */
    Connection writer() throws SQLException {
        Connection writer = lasting().getConnection();
        if (file != null) {
            try (Statement settings = writer.createStatement()) {
                // what a savepoint remembers is worth nothing after a crash: as a file it was made and removed at each
                // group
                settings.execute("pragma temp_store = memory");
                settings.execute("pragma cache_size = " + WRITER_CACHE);
            } catch (SQLException e) {
                writer.close();
                throw e;
            }
        }
        return writer;
    }

    /** Returns the source of connections that are used for long. */
    private DataSource lasting() {
        return file == null ? connections : KeptStatements.in(connections);
    }

    /**
     * Makes every other writer, in whatever process, wait until the transaction ends. A server whose client vanished without
     * a word would keep the lock for hours: so it ends a transaction of which it hears nothing any more.
     */
    void lock(JdbcClient transaction) {
        if (file == null) {
            transaction
                    .sql("select set_config('idle_in_transaction_session_timeout', ?, true), pg_advisory_xact_lock(?)")
                    .param(Long.toString(longestSilence))
                    .param(LOCK)
                    .query()
                    .listOfRows();
        }
        // SQLite took the lock when the transaction began: see the transaction mode above
    }

    @Override
    public synchronized void close() {
        if (readers != null) {
            readers.close();
            readers = null;
        }
    }
}
