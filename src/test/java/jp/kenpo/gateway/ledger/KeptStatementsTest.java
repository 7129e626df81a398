package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteDataSource;

class KeptStatementsTest {

    private static final String INSERT = "insert into thing (id, name) values (?, ?)";

    private Connection connection;
    private JdbcClient client;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("kept.db"));
        connection = KeptStatements.in(source).getConnection();
        client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        client.sql("create table thing (id integer primary key, name text)").update();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void theSameStatementServesAgain() throws SQLException {
        PreparedStatement first = connection.prepareStatement(INSERT);
        PreparedStatement driversOwn = first.unwrap(PreparedStatement.class);
        first.close();

        PreparedStatement second = connection.prepareStatement(INSERT);

        assertThat(second.unwrap(PreparedStatement.class)).isSameAs(driversOwn);
        assertThatExceptionOfType(SQLException.class).isThrownBy(first::executeUpdate);
        second.close();
    }

    @Test
    void whatWasSetInAStatementIsNotThereWhenItServesAgain() throws SQLException {
        try (PreparedStatement first = connection.prepareStatement(INSERT)) {
            first.setInt(1, 1);
            first.setString(2, "one");
            first.executeUpdate();
        }
        try (PreparedStatement second = connection.prepareStatement(INSERT)) {
            second.setInt(1, 2);
            second.executeUpdate();
        }

        assertThat(client.sql("select name from thing where id = 2")
                        .query((rs, n) -> String.valueOf(rs.getString(1)))
                        .list())
                .containsExactly("null");
    }

    @Test
    void aStatementThatFailedSpoilsNoLaterOne() {
        client.sql(INSERT).params(1, "one").update();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> client.sql(INSERT).params(1, "again").update());

        client.sql(INSERT).params(2, "two").update();
        assertThat(names()).containsExactly("one", "two");
    }

    @Test
    void twoOfTheSameTextMayBeInUseAtOnce() throws SQLException {
        client.sql(INSERT).params(1, "one").update();
        client.sql(INSERT).params(2, "two").update();
        try (PreparedStatement first = connection.prepareStatement("select name from thing order by id");
                PreparedStatement second = connection.prepareStatement("select name from thing order by id");
                var ofFirst = first.executeQuery();
                var ofSecond = second.executeQuery()) {
            assertThat(ofFirst.next()).isTrue();
            assertThat(ofSecond.next()).isTrue();
            assertThat(ofSecond.next()).isTrue();

            assertThat(ofFirst.getString(1)).isEqualTo("one");
            assertThat(ofSecond.getString(1)).isEqualTo("two");
        }
        assertThat(names()).containsExactly("one", "two");
    }

    private List<String> names() {
        return client.sql("select name from thing order by id")
                .query(String.class)
                .list();
    }
}
