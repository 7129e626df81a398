package jp.kenpo.gateway.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class OlderLedgerOnPostgresqlIT extends OlderLedgerCases {

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
}
