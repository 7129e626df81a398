package jp.kenpo.gateway.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

record PostgresqlPlace(EmbeddedPostgres server, String name) implements LedgerPlace {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static PostgresqlPlace fresh(EmbeddedPostgres server) throws SQLException {
        return create(server, "");
    }

    @Override
    public LedgerDatabase database() {
        return LedgerDatabase.postgresql(server.getJdbcUrl("postgres", name), "postgres", null);
    }

    @Override
    public Connection sql() throws SQLException {
        return server.getDatabase("postgres", name).getConnection();
    }

    @Override
    public LedgerPlace copy() throws SQLException {
        return create(server, " template " + name + " strategy wal_log");
    }

    private static PostgresqlPlace create(EmbeddedPostgres server, String options) throws SQLException {
        String name = "ledger_" + NUMBER.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + options);
        }
        return new PostgresqlPlace(server, name);
    }
}
