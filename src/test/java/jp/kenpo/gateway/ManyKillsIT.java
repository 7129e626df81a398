package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jp.kenpo.gateway.testing.ArtemisServer;
import jp.kenpo.gateway.testing.FedGateway;
import jp.kenpo.gateway.testing.Feed.Kind;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.KillPoint;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.LedgerServer;
import jp.kenpo.gateway.testing.LongForm;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.SmallConfiguration;
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
            killAndCount(new FedGateway(gateway, payerFund, new LedgerFile(setup.dataDir()), gateway::queues));
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
            LedgerServer ledger = new LedgerServer(postgres.getJdbcUrl("postgres", "postgres"));
            killAndCount(new FedGateway(gateway, payerFund, ledger, broker::queues));
        }
    }

    private void killAndCount(FedGateway fed) throws Exception {
        GatewayProcess gateway = fed.gateway();
        gateway.start();
        // something to select from
        fed.send(Kind.RECEIPTS, Kind.RECEIPTS);
        fed.rest();
        gateway.kill();

        for (KillPoint point : points()) {
            if (random.nextInt(3) == 0) {
                killAtRandom(fed, point.kind());
            } else {
                killAt(point, fed);
            }
        }

        gateway.start();
        fed.rest();
        assertThat(fed.feed().all()).hasSizeGreaterThanOrEqualTo(KILLS);
        fed.requireOneEffectEach();
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

    private void killAt(KillPoint point, FedGateway fed) throws Exception {
        fed.gateway().start();
        try (KillPoint.Standing standing = point.arming().arm(fed.payerFund(), fed.ledger())) {
            Thread client = fed.sendMeanwhile(point.kind());
            standing.awaitReached();
            fed.gateway().outlives(Duration.ofMillis(random.nextInt(MILLIS_AT_A_BOUNDARY)));
            fed.gateway().kill();
            client.join();
        }
    }

    private void killAtRandom(FedGateway fed, Kind kind) throws Exception {
        fed.gateway().begin();
        Thread client = fed.sendMeanwhile(kind);
        assertThat(fed.gateway().outlives(Duration.ofMillis(random.nextInt(MILLIS_OF_A_LIFE))))
                .as("it runs until it is killed")
                .isTrue();
        fed.gateway().kill();
        client.join();
    }
}
