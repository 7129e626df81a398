package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import jp.kenpo.gateway.testing.ArtemisServer;
import jp.kenpo.gateway.testing.Effects;
import jp.kenpo.gateway.testing.Feed;
import jp.kenpo.gateway.testing.Feed.Kind;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.KillPoint;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.LedgerServer;
import jp.kenpo.gateway.testing.LongForm;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.SmallConfiguration;
import jp.kenpo.gateway.testing.WatchedLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * SIGKILL again and again, at named boundaries between two steps and at random, also while the gateway starts: at rest,
 * each input has had exactly one effect at every counterparty.
 */
class ManyKillsIT {

    /** Makes order and moments of the kills; another one tries others. */
    private static final long SEED = 5;

    private static final int KILLS = Integer.getInteger("kills", LongForm.chosen() ? 200 : 20);

    /** So long a start and what follows take, or less. */
    private static final int MILLIS_OF_A_LIFE = 8_000;

    private static final int MILLIS_AT_A_BOUNDARY = 150;

    private final Random random = new Random(SEED);

    @Test
    void sqliteAndTheEmbeddedBroker() throws Exception {
        GatewaySetup setup = GatewaySetup.named("many-kills").only(SmallConfiguration.RECEIPTS);
        try (RemotePeer payerFund = RemotePeer.start(setup);
                GatewayProcess gateway = setup.remote(payerFund).unstarted()) {
            killAndCount(gateway, payerFund, new LedgerFile(setup.dataDir()), gateway::queues);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true")
    void postgresqlAndABrokerOutside() throws Exception {
        GatewaySetup setup = GatewaySetup.named("many-kills-outside").only(SmallConfiguration.RECEIPTS);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                ArtemisServer broker = ArtemisServer.start(setup);
                RemotePeer payerFund = RemotePeer.start(setup);
                GatewayProcess gateway = setup.remote(payerFund)
                        .with(
                                "--gateway.database.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                                "--gateway.database.user=postgres")
                        .with(broker.gatewayArguments())
                        .unstarted()) {
            killAndCount(
                    gateway,
                    payerFund,
                    new LedgerServer(postgres.getJdbcUrl("postgres", "postgres")),
                    broker::queues);
        }
    }

    private void killAndCount(
            GatewayProcess gateway, RemotePeer payerFund, WatchedLedger ledger, Supplier<Queues> coreSystem)
            throws Exception {
        Feed feed = new Feed(gateway, payerFund, ledger, coreSystem);
        gateway.start();
        // something to select from
        feed.add(Kind.RECEIPTS);
        feed.add(Kind.RECEIPTS);
        rest(gateway, feed, ledger);
        gateway.kill();

        for (KillPoint point : points()) {
            if (random.nextInt(3) == 0) {
                killAtRandom(gateway, feed, point.kind());
            } else {
                killAt(point, gateway, feed, payerFund, ledger);
            }
        }

        gateway.start();
        rest(gateway, feed, ledger);
        // what would still happen has happened when later inputs are through
        for (Kind kind : Kind.values()) {
            feed.add(kind);
        }
        rest(gateway, feed, ledger);
        requireOneEffectEach(gateway, payerFund.disk(), feed, ledger, coreSystem);
    }

    /** Each boundary as often as any other, in an order that chance makes. */
    private List<KillPoint> points() {
        List<KillPoint> points = new ArrayList<>();
        while (points.size() < KILLS) {
            List<KillPoint> all = new ArrayList<>(KillPoint.all());
            Collections.shuffle(all, random);
            points.addAll(all);
        }
        return points.subList(0, KILLS);
    }

    private void killAt(
            KillPoint point, GatewayProcess gateway, Feed feed, RemotePeer payerFund, WatchedLedger ledger)
            throws Exception {
        gateway.start();
        try (KillPoint.Standing standing = point.arming().arm(payerFund, ledger)) {
            feed.add(point.kind());
            Thread client = sending(feed, gateway);
            standing.awaitReached();
            gateway.outlives(Duration.ofMillis(random.nextInt(MILLIS_AT_A_BOUNDARY)));
            gateway.kill();
            client.join();
        }
    }

    private void killAtRandom(GatewayProcess gateway, Feed feed, Kind kind) throws Exception {
        feed.add(kind);
        gateway.begin();
        Thread client = sending(feed, gateway);
        assertThat(gateway.outlives(Duration.ofMillis(random.nextInt(MILLIS_OF_A_LIFE))))
                .as("it runs until it is killed")
                .isTrue();
        gateway.kill();
        client.join();
    }

    private static Thread sending(Feed feed, GatewayProcess gateway) {
        Thread client = new Thread(() -> feed.send(gateway::isAlive), "counterparties");
        client.start();
        return client;
    }

    private static void rest(GatewayProcess gateway, Feed feed, WatchedLedger ledger) throws SQLException {
        feed.send(gateway::isAlive);
        Awaitility.await("all is at rest")
                .atMost(GatewayProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Effects.arrived(ledger).containsAll(feed.hashes())
                        && Effects.underWay(ledger).isEmpty());
    }

    private static void requireOneEffectEach(
            GatewayProcess gateway, Path payerFund, Feed feed, WatchedLedger ledger, Supplier<Queues> coreSystem)
            throws IOException, SQLException {
        Effects effects = new Effects(gateway.dataDir().resolve("homes"), payerFund, coreSystem);
        assertThat(feed.all()).hasSizeGreaterThanOrEqualTo(KILLS);
        assertThat(effects.differences(feed.all())).isEmpty();
        assertThat(ledger.column("select distinct state from transfer"))
                .isSubsetOf("accepted", "delivered", "duplicate");
        assertThat(ledger.column("select payload_id from transfer where payload_id is not null"))
                .as("no payload that the ledger does not know, and none lost")
                .containsExactlyInAnyOrderElementsOf(Effects.payloads(gateway.dataDir()));
        assertThat(gateway.command("ledger", "verify").exitCode()).isZero();
        assertThat(gateway.command("totals").exitCode()).as("conserved").isZero();
    }
}
