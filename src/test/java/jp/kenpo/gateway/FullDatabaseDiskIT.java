package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import jp.kenpo.gateway.testing.FedGateway;
import jp.kenpo.gateway.testing.Feed.Kind;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerServer;
import jp.kenpo.gateway.testing.Ports;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.SmallConfiguration;
import jp.kenpo.gateway.testing.SmallDisk;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The disk of PostgreSQL is full: first for its tables, and it refuses to write; then for its log, and it ends by itself.
 * It is said, nothing is lost, and it goes on when there is room.
 */
class FullDatabaseDiskIT {

    private final GatewaySetup setup = GatewaySetup.named("full-database-disk").only(SmallConfiguration.RECEIPTS);
    private final Path folder = setup.folder().resolve("postgres");
    private final int port = Ports.free();

    @Test
    void goesOnWhenThereIsRoomAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder, 160)) {
            EmbeddedPostgres postgres = postgres();
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (RemotePeer payerFund = RemotePeer.start(setup);
                    GatewayProcess gateway = setup.remote(payerFund)
                            .with("--gateway.database.url=" + url, "--gateway.database.user=postgres")
                            .start()) {
                FedGateway fed = new FedGateway(gateway, payerFund, new LedgerServer(url), gateway::queues);
                fed.send(Kind.RECEIPTS, Kind.RECEIPTS);
                fed.rest();

                disk.fill();
                Thread client = sendUntilItIsSaid(fed);
                assertThat(accepts(url)).as("the server itself lives").isTrue();
                disk.free();
                client.join();
                fed.rest();

                disk.fill();
                beginAnotherFileOfItsLog(url);
                client = sendUntilItIsSaid(fed);
                Awaitility.await("the server has ended")
                        .atMost(GatewayProcess.PATIENCE)
                        .until(() -> !accepts(url));
                disk.free();
                // whoever supervises it starts it again
                postgres.close();
                postgres = postgres();
                client.join();
                fed.rest();

                fed.awaitReadinessSays("\"ledgerAway\":{}");
                fed.requireOneEffectEach();
            } finally {
                postgres.close();
            }
        }
    }

    private static Thread sendUntilItIsSaid(FedGateway fed) throws SQLException {
        Thread client = fed.sendMeanwhile(
                Kind.RECEIPTS, Kind.RESULTS, Kind.RECEIPTS, Kind.RESULTS, Kind.RECEIPTS, Kind.RECEIPTS, Kind.RECEIPTS);
        fed.awaitReadinessSays("\"ledgerAway\":{\"since\"");
        return client;
    }

    private static void beginAnotherFileOfItsLog(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_switch_wal()");
        } catch (SQLException ended) {
            // it may need the next file at once
            assertThat(ended.getSQLState()).as(ended.toString()).matches("(08|57).*");
        }
    }

    private static boolean accepts(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    private EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("min_wal_size", "32MB")
                .setServerConfig("max_wal_size", "32MB")
                .start();
    }
}
