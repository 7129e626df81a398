package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import jp.kenpo.gateway.testing.ArtemisServer;
import jp.kenpo.gateway.testing.FedGateway;
import jp.kenpo.gateway.testing.Feed.Kind;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerServer;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.SilentWay;
import jp.kenpo.gateway.testing.SmallConfiguration;
import jp.kenpo.gateway.testing.WatchedLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The ways to the counterparty's server, to the broker and to PostgreSQL fall silent, one after the other, as where a
 * firewall forgets its connections: no end, no refusal, no answer. It is told in bounded time, and over in bounded time when
 * new connections come through again.
 */
class VanishedPacketsIT {

    /** What the settings below bound: the ones that people leave alone are longer. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void eachSilenceIsToldAndEndsByItself() throws Exception {
        GatewaySetup setup = GatewaySetup.named("vanished-packets").only(SmallConfiguration.RECEIPTS);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                ArtemisServer artemis = ArtemisServer.start(setup);
                RemotePeer payerFund = RemotePeer.start(setup);
                SilentWay toDatabase = new SilentWay(postgres.getPort());
                SilentWay toBroker = new SilentWay(artemis.port());
                SilentWay toPayerFund = new SilentWay(payerFund.port());
                GatewayProcess gateway = setup.remote(payerFund)
                        .with(artemis.gatewayArguments())
                        .with(
                                "--gateway.payer-fund.port=" + toPayerFund.port(),
                                "--gateway.patience.connect=2s",
                                "--gateway.patience.answer=2s",
                                "--gateway.retry.longest-pause=1s",
                                "--gateway.broker.url=tcp://127.0.0.1:" + toBroker.port()
                                        + "?callTimeout=3000&clientFailureCheckPeriod=1000&connectionTTL=3000",
                                "--gateway.database.url=jdbc:postgresql://127.0.0.1:" + toDatabase.port()
                                        + "/postgres?connectTimeout=2&socketTimeout=4",
                                "--gateway.database.user=postgres")
                        .unstarted()) {
            payerFund.reachedThrough(toPayerFund.port());
            LedgerServer ledger = new LedgerServer(postgres.getJdbcUrl("postgres", "postgres"));
            FedGateway fed = new FedGateway(gateway, payerFund, ledger, artemis::queues);
            gateway.start();
            fed.send(Kind.RECEIPTS, Kind.RECEIPTS);
            fed.rest();

            counterparty(fed, toPayerFund);
            broker(fed, toBroker);
            database(fed, toDatabase);

            fed.requireOneEffectEach();
            assertThat(ledger.column("select transfer from entry where kind = 'held'"))
                    .as("nobody had to wait for a person")
                    .isEmpty();
        }
    }

    /** A file to it and files from it wait; others' go on. */
    private static void counterparty(FedGateway fed, SilentWay way) throws Exception {
        way.fallSilent();
        Thread client = fed.sendMeanwhile(Kind.RECEIPTS, Kind.SELECTION, Kind.RESULTS);
        awaitIn(fed, "{\"interchange\":\"payer-fund.receipts\",\"silent\":false");
        awaitRows(
                fed,
                "what goes to it says so",
                "select transfer from attempt where transfer in"
                        + " (select id from transfer where interchange = 'payer-fund.re-examination-request')");
        client.join();
        awaitRows(
                fed,
                "another's file goes on",
                "select id from transfer where interchange = 'core-system.receipt-check-result' and state = 'delivered'");
        way.carryAgain();
        awaitIn(fed, "\"failing\":[]");
        fed.rest();
    }

    /** What comes is kept, and waits. */
    private static void broker(FedGateway fed, SilentWay way) throws Exception {
        way.fallSilent();
        Thread client = fed.sendMeanwhile(Kind.RECEIPTS, Kind.RESULTS, Kind.SELECTION);
        awaitIn(fed, "\"brokerAway\":{\"since\"");
        client.join();
        awaitRows(fed, "what comes is kept", "select id from transfer where state = 'received'");
        way.carryAgain();
        awaitIn(fed, "\"brokerAway\":{}");
        fed.rest();
    }

    /** The worst moment: the server gives the lock of all writers to a connection that has vanished. */
    private static void database(FedGateway fed, SilentWay way) throws Exception {
        WatchedLedger.Lock others = fed.ledger().lock();
        Thread client = fed.sendMeanwhile(Kind.RECEIPTS, Kind.RESULTS, Kind.SELECTION);
        awaitRows(
                fed,
                "the gateway waits for the lock",
                "select pid from pg_locks where locktype = 'advisory' and not granted");
        way.fallSilent();
        others.close();
        awaitIn(fed, "\"ledgerAway\":{\"since\"");
        way.carryAgain();
        awaitIn(fed, "\"ledgerAway\":{}");
        client.join();
        fed.rest();
    }

    private static void awaitIn(FedGateway fed, String text) {
        Awaitility.await("readiness says " + text)
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> fed.gateway().answer("/actuator/health/readiness").contains(text));
    }

    private static void awaitRows(FedGateway fed, String what, String query) {
        Awaitility.await(what)
                .atMost(BOUND)
                .until(() -> !fed.ledger().column(query).isEmpty());
    }
}
