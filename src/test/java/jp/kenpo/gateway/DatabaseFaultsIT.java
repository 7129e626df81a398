package jp.kenpo.gateway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.testing.FedGateway;
import jp.kenpo.gateway.testing.Feed.Kind;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerServer;
import jp.kenpo.gateway.testing.LongForm;
import jp.kenpo.gateway.testing.Ports;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.SmallConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** PostgreSQL is stopped for a while, and has no connection left: nothing is lost, it is said, and it goes on. */
class DatabaseFaultsIT {

    private static final Duration STOPPED = LongForm.chosen() ? Duration.ofMinutes(1) : Duration.ofSeconds(5);
    private static final int CONNECTIONS = 24;
    private static final String TAKEN = "taken";

    @Test
    void losesAndDoublesNothingWhateverTheDatabaseDoes() throws Exception {
        GatewaySetup setup = GatewaySetup.named("database-faults").only(SmallConfiguration.RECEIPTS);
        int port = Ports.free();
        Path folder = setup.folder().resolve("postgres");
        EmbeddedPostgres postgres = postgres(folder, port);
        String url = postgres.getJdbcUrl("postgres", "postgres");
        try (RemotePeer payerFund = RemotePeer.start(setup);
                GatewayProcess gateway = setup.remote(payerFund)
                        .with("--gateway.database.url=" + url, "--gateway.database.user=postgres")
                        .start()) {
            FedGateway fed = new FedGateway(gateway, payerFund, new LedgerServer(url), gateway::queues);
            fed.send(Kind.RECEIPTS);
            fed.rest();

            fed.feed().add(Kind.SELECTION);
            postgres.close();
            Thread client = fed.sendMeanwhile(Kind.RECEIPTS, Kind.RESULTS);
            awaitSaid(gateway, 0);
            gateway.outlives(STOPPED);
            postgres = postgres(folder, port);
            client.join();
            fed.rest();

            int said = timesSaid(gateway);
            List<Connection> taken = takeAll(url);
            client = fed.sendMeanwhile(Kind.RECEIPTS, Kind.RESULTS);
            awaitSaid(gateway, said);
            for (Connection connection : taken) {
                connection.close();
            }
            client.join();
            fed.rest();

            fed.requireOneEffectEach();
        } finally {
            postgres.close();
        }
    }

    /** The log says anew that the ledger's database does not answer. */
    private static void awaitSaid(GatewayProcess gateway, int before) {
        Awaitility.await("it is said that the database does not answer")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> timesSaid(gateway) > before);
    }

    private static int timesSaid(GatewayProcess gateway) {
        return gateway.log().split("LedgerUnavailableException", -1).length - 1;
    }

    private static EmbeddedPostgres postgres(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", Integer.toString(CONNECTIONS))
                .start();
    }

    /** Ends everybody else's connections and takes them all. */
    private static List<Connection> takeAll(String url) throws SQLException {
        String own = url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + TAKEN;
        List<Connection> taken = new ArrayList<>(List.of(DriverManager.getConnection(own)));
        do {
            takeFree(own, taken);
        } while (endOthers(taken.get(0)) > 0);
        return taken;
    }

    private static void takeFree(String url, List<Connection> taken) {
        try {
            while (true) {
                taken.add(DriverManager.getConnection(url));
            }
        } catch (SQLException none) {
            // that is what was wanted
        }
    }

    private static long endOthers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet ended = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where backend_type = 'client backend' and application_name <> '" + TAKEN + "'")) {
            ended.next();
            return ended.getLong(1);
        }
    }
}
