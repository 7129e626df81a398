package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerWritingOnPostgresqlIT extends LedgerWritingCases {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void startTheServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopTheServer() throws IOException {
        server.close();
    }

    @Override
    LedgerPlace place() throws SQLException {
        return PostgresqlPlace.fresh(server);
    }

    @Test
    void saysThatTheDatabaseIsGoneAndGoesOnWhenItIsBack() throws SQLException {
        received("before");
        tamper("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");

        assertThatThrownBy(() -> received("during"))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessage("the database of the ledger does not answer");
        received("after");
        // the readers' pool finds out one by one that its connections are gone
        await().ignoreExceptions().untilAsserted(() -> assertWhole(2));
    }
}
