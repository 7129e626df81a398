package jp.kenpo.gateway.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The writer's connection and the tables seen through it. Thrown away after a fault of the connection. */
final class LedgerSession implements AutoCloseable {

    private final LedgerDatabase database;
    private final Connection connection;
    private final JdbcClient client;
    private final TransferTable transfers;
    private final EntryTable entries;
    private final MessageTable messages;
    private final ProvisionTable provisions;
    private final Parts parts;
    private final Movements movements;
    private final SentRecordTable sentRecords;
    private final AttemptTable attempts;
    private final StoppageTable stoppages;
    private final MayBeThereTable mayBeThere;
    private final Acknowledgements acknowledgements;

    LedgerSession(LedgerDatabase database) throws SQLException {
        this.database = database;
        this.connection = database.writer();
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.transfers = new TransferTable(client);
        this.entries = new EntryTable(client);
        this.messages = new MessageTable(client);
        this.provisions = new ProvisionTable(client);
        this.parts = new Parts(client);
        this.movements = new Movements(client);
        this.sentRecords = new SentRecordTable(client);
        this.attempts = new AttemptTable(client);
        this.stoppages = new StoppageTable(client);
        this.mayBeThere = new MayBeThereTable(client);
        this.acknowledgements = new Acknowledgements(client);
    }

    TransferTable transfers() {
        return transfers;
    }

    EntryTable entries() {
        return entries;
    }

    MessageTable messages() {
        return messages;
    }

    ProvisionTable provisions() {
        return provisions;
    }

    Parts parts() {
        return parts;
    }

    Movements movements() {
        return movements;
    }

    SentRecordTable sentRecords() {
        return sentRecords;
    }

    AttemptTable attempts() {
        return attempts;
    }

    StoppageTable stoppages() {
        return stoppages;
    }

    MayBeThereTable mayBeThere() {
        return mayBeThere;
    }

    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /** Waits for every other writer, then begins a transaction that sees what they wrote. */
    ChainEnd begin() throws SQLException {
        connection.setAutoCommit(false);
        database.lock(client);
        return entries.end();
    }

    Savepoint savepoint() throws SQLException {
        return connection.setSavepoint();
    }

    void keep(Savepoint savepoint) throws SQLException {
        connection.releaseSavepoint(savepoint);
    }

    void undo(Savepoint savepoint) throws SQLException {
        connection.rollback(savepoint);
        connection.releaseSavepoint(savepoint);
    }

    /** Commits by leaving the transaction: after a plain commit SQLite's driver begins the next one, lock and all. */
    void commit() throws SQLException {
        connection.setAutoCommit(true);
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }
}
