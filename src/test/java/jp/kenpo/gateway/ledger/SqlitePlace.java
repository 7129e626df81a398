package jp.kenpo.gateway.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

record SqlitePlace(Path file) implements LedgerPlace {

    @Override
    public LedgerDatabase database() {
        return LedgerDatabase.sqlite(file);
    }

    @Override
    public Connection sql() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Override
    public LedgerPlace copy() throws SQLException {
        Path copy = file.resolveSibling("yesterday.db");
        try (Connection connection = sql();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum into '" + copy + "'");
        }
        return new SqlitePlace(copy);
    }
}
