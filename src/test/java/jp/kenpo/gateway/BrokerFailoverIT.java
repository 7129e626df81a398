package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.kenpo.gateway.testing.ArtemisPair;
import jp.kenpo.gateway.testing.FedGateway;
import jp.kenpo.gateway.testing.Feed.Kind;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.SmallConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The Artemis server outside is killed in the midst of traffic and its backup takes its place: the gateway goes on with it
 * by itself.
 */
class BrokerFailoverIT {

    @Test
    void goesOnWithTheBackupAndLosesAndDoublesNothing() throws Exception {
        GatewaySetup setup = GatewaySetup.named("broker-failover").only(SmallConfiguration.RECEIPTS);
        try (ArtemisPair pair = ArtemisPair.start(setup);
                RemotePeer payerFund = RemotePeer.start(setup);
                GatewayProcess gateway = setup.remote(payerFund)
                        .with(pair.gatewayArguments("&reconnectAttempts=-1"))
                        .start()) {
            FedGateway fed = new FedGateway(gateway, payerFund, new LedgerFile(setup.dataDir()), pair::queues);
            fed.send(Kind.RECEIPTS, Kind.RECEIPTS);
            fed.rest();

            failOver(fed, pair);
            pair.standBy();
            failOver(fed, pair);

            fed.requireOneEffectEach();
            assertThat(fed.ledger().column("select transfer from entry where kind = 'held'"))
                    .as("nobody had to wait for a person")
                    .isEmpty();
        }
    }

    /** The working one dies while files are on every part of their way. */
    private static void failOver(FedGateway fed, ArtemisPair pair) throws Exception {
        Thread client = fed.sendMeanwhile(
                Kind.RECEIPTS, Kind.RESULTS, Kind.RECEIPTS, Kind.RESULTS, Kind.SELECTION, Kind.RECEIPTS, Kind.RECEIPTS);
        Awaitility.await("transfers are on their way")
                .atMost(GatewayProcess.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !fed.ledger()
                        .column("select id from transfer where state = 'announced'")
                        .isEmpty());
        pair.failOver(() -> fed.awaitReadinessSays("\"brokerAway\":{\"since\""));
        client.join();
        fed.awaitReadinessSays("\"brokerAway\":{}");
        fed.rest();
    }
}
