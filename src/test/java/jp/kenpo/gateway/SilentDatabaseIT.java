package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.SilentWay;
import jp.kenpo.gateway.testing.SmallConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The way to PostgreSQL falls silent, with the time-outs that nobody set: whoever probes does not wait for them. */
class SilentDatabaseIT {

    /** Of a probe that gives up as they do; a question to the database ends after two minutes. */
    private static final Duration PROBE = Duration.ofSeconds(5);

    private static final String READINESS = "/actuator/health/readiness";

    @Test
    void readinessIsAnsweredAtOnceAndSaysThatTheDatabaseIsAway() throws Exception {
        GatewaySetup setup = GatewaySetup.named("silent-database").only(SmallConfiguration.RECEIPTS);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                RemotePeer payerFund = RemotePeer.start(setup);
                SilentWay way = new SilentWay(postgres.getPort());
                GatewayProcess gateway = setup.remote(payerFund)
                        .with(
                                "--gateway.database.url=jdbc:postgresql://127.0.0.1:" + way.port() + "/postgres",
                                "--gateway.database.user=postgres")
                        .start()) {
            assertThat(gateway.answer(READINESS)).startsWith("{\"status\":\"UP\"");
            way.fallSilent();

            // nobody knows yet that it is away: this very question is not answered
            requireAnswerAtOnce(gateway);
            Awaitility.await("the database is named")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> gateway.answer(READINESS).contains("\"ledgerAway\":{\"since\""));
            requireAnswerAtOnce(gateway);
            // its end would wait for the database
            gateway.kill();
        }
    }

    private static void requireAnswerAtOnce(GatewayProcess gateway) {
        long begun = System.nanoTime();
        String readiness = gateway.answer(READINESS);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROBE);
        assertThat(readiness).contains("\"late\":\"not known while the ledger's database does not answer\"");
    }
}
