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

    /** With the start of a Java machine of its own. */
    private static final Duration COMMAND = Duration.ofSeconds(20);

    private static final String METRICS = "/actuator/prometheus";
    private static final String READINESS = "/actuator/health/readiness";

    @Test
    void whoAsksIsAnsweredAtOnceAndToldThatTheDatabaseIsAway() throws Exception {
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
            // what is compiled and read at the first request takes its time
            gateway.get("/");
            gateway.get(METRICS);
            way.fallSilent();

            // nobody knows yet that it is away: this very question is not answered
            requireAnswersAtOnce(gateway);
            Awaitility.await("the database is named")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> gateway.answer(READINESS).contains("\"ledgerAway\":{\"since\""));
            requireAnswersAtOnce(gateway);
            requireCommandSaysSo(gateway);
            // its end would wait for the database
            gateway.kill();
        }
    }

    private static void requireAnswersAtOnce(GatewayProcess gateway) {
        assertThat(answerAtOnce(gateway, READINESS))
                .contains("\"late\":\"not known while the ledger's database does not answer\"");
        assertThat(answerAtOnce(gateway, "/?lang=en")).contains("The ledger&#39;s database does not answer.");
        assertThat(answerAtOnce(gateway, METRICS))
                .contains("gateway_late_deliveries{interchange=\"payer-fund.receipts\"} NaN");
    }

    private static String answerAtOnce(GatewayProcess gateway, String path) {
        long begun = System.nanoTime();
        String answer = gateway.answer(path);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(path).isLessThan(PROBE);
        return answer;
    }

    private static void requireCommandSaysSo(GatewayProcess gateway) {
        long begun = System.nanoTime();
        GatewayProcess.Ended ended = gateway.command("transfers");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(COMMAND);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .isEqualTo("error: the ledger's database does not answer. See that it runs, can be reached and has"
                        + " connections left, then repeat the command.\n");
    }
}
