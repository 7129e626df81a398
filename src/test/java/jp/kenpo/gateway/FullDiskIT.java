package jp.kenpo.gateway;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.testing.FedGateway;
import jp.kenpo.gateway.testing.Feed.Kind;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.SmallConfiguration;
import jp.kenpo.gateway.testing.SmallDisk;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Disks without a free byte, one after the other: nothing is lost, it is said, and it goes on when there is room. */
class FullDiskIT {

    @Test
    void goesOnWhenThereIsRoomAgain() throws Exception {
        GatewaySetup setup = GatewaySetup.named("full-disk")
                .only(SmallConfiguration.RECEIPTS)
                .with("--gateway.pressure.free-space=1B");
        Path var = setup.dataDir();
        try (SmallDisk everythingElse = SmallDisk.at(var, 8);
                SmallDisk payloads = SmallDisk.at(var.resolve("payloads"), 4);
                SmallDisk ledger = SmallDisk.at(var.resolve("ledger"), 16);
                SmallDisk journal = SmallDisk.at(var.resolve("broker"), 96);
                RemotePeer payerFund = RemotePeer.start(setup);
                GatewayProcess gateway = setup.remote(payerFund).start()) {
            FedGateway fed = new FedGateway(gateway, payerFund, new LedgerFile(var), gateway::queues);
            fed.send(Kind.RECEIPTS);
            fed.rest();

            for (SmallDisk disk : List.of(payloads, ledger, everythingElse)) {
                disk.fill();
                Thread client = fed.sendMeanwhile(Kind.values());
                awaitSaid(fed);
                disk.free();
                client.join();
                fed.rest();
            }
            journal.fill();
            fed.awaitReadinessSays("the disk of its journal is full");
            Thread client = fed.sendMeanwhile(Kind.RECEIPTS, Kind.RESULTS);
            Awaitility.await("what comes in is kept")
                    .atMost(GatewayProcess.PATIENCE)
                    .until(() -> fed.ledger()
                            .column("select sha256 from transfer")
                            .containsAll(fed.feed().hashes()));
            journal.free();
            client.join();
            fed.awaitReadinessSays("\"brokerAway\":{}");
            fed.rest();

            // what was composed and could not be entered is swept at the next start
            gateway.restart();
            fed.requireOneEffectEach();
        }
    }

    /** Intake pauses, or a poller or a delivery fails: each is said. */
    private static void awaitSaid(FedGateway fed) {
        Awaitility.await("it is said that something fails")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> {
                    String readiness = fed.gateway().answer("/actuator/health/readiness");
                    return readiness.contains("\"DISK\"")
                            || !readiness.contains("\"failing\":[]")
                            || !errors(fed).isEmpty();
                });
    }

    private static Set<String> errors(FedGateway fed) {
        return fed.gateway().transfers().stream()
                .filter(each -> !Set.of("accepted", "delivered", "duplicate")
                        .contains(each.path("state").asText()))
                .map(each -> each.path("lastError").asText())
                .filter(error -> !error.isEmpty() && !error.equals("null"))
                .collect(Collectors.toSet());
    }
}
