package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.ArtemisServer;
import jp.kenpo.gateway.testing.FedGateway;
import jp.kenpo.gateway.testing.Feed.Kind;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewayProcess.Ended;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.SmallConfiguration;
import jp.kenpo.gateway.testing.SmallDisk;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An Artemis server outside that is killed, pages, runs full, and hands tickets out again; and one that is set wrongly. */
class BrokerFaultsIT {

    private static final String TAISHO = "taisho-audit.receipt-check-request";

    @Test
    void losesAndDoublesNothingWhateverTheBrokerDoes() throws Exception {
        GatewaySetup setup = GatewaySetup.named("broker-faults").only(SmallConfiguration.RECEIPTS);
        try (SmallDisk disk = SmallDisk.at(setup.folder().resolve("artemis/data"), 48);
                ArtemisServer broker = ArtemisServer.start(setup, pagesSoonOnASmallDisk());
                RemotePeer payerFund = RemotePeer.start(setup);
                GatewayProcess gateway =
                        setup.remote(payerFund).with(broker.gatewayArguments()).start()) {
            FedGateway fed = new FedGateway(gateway, payerFund, new LedgerFile(setup.dataDir()), broker::queues);
            fed.send(Kind.RECEIPTS, Kind.RECEIPTS, Kind.RECEIPTS, Kind.RECEIPTS, Kind.RECEIPTS, Kind.RESULTS);
            fed.rest();
            assertThat(files(broker.data().resolve("paging"))).as("it pages").isPositive();

            stopped(fed, broker);
            handsOutAgain(fed, broker);
            full(fed, broker, disk);

            fed.requireOneEffectEach();
        }
    }

    private static void stopped(FedGateway fed, ArtemisServer broker) throws Exception {
        broker.kill();
        fed.awaitReadinessSays("\"brokerAway\":{\"since\"");
        Thread client = fed.sendMeanwhile(Kind.RECEIPTS, Kind.RESULTS, Kind.SELECTION);
        awaitKept(fed);
        broker.start();
        client.join();
        fed.awaitReadinessSays("\"brokerAway\":{}");
        fed.rest();
        assertThat(fed.gateway().log())
                .contains("The broker does not work", "The broker works again")
                .as("two hundred queues must not bury what says so")
                .doesNotContain("JmsPoolSession", "QueueWatch", "RefusedQueues");
    }

    /** Tickets that the duplicate ids do not know any more: of a transfer that has ended, and of none. */
    private static void handsOutAgain(FedGateway fed, ArtemisServer broker) throws Exception {
        try (Queues gateway = broker.everything()) {
            for (String id : fed.ledger().column("select id from transfer where interchange = '" + TAISHO + "'")) {
                gateway.send("ticket." + TAISHO, id);
                gateway.send("ticket." + TAISHO, id);
            }
        }
        fed.send(Kind.RECEIPTS);
        fed.rest();
    }

    private static void full(FedGateway fed, ArtemisServer broker, SmallDisk disk) throws Exception {
        disk.fill();
        Thread client = fed.sendMeanwhile(Kind.RECEIPTS, Kind.RESULTS);
        awaitKept(fed);
        fed.awaitReadinessSays("\"brokerAway\":{\"since\"");
        disk.free();
        broker.supervise();
        client.join();
        fed.awaitReadinessSays("\"brokerAway\":{}");
        fed.rest();
    }

    /** What came over SFTP is in the ledger. */
    private static void awaitKept(FedGateway fed) {
        Awaitility.await("what comes in is kept")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> fed.ledger()
                                .column("select sha256 from transfer where interchange in ('payer-fund.receipts',"
                                        + " 'taisho-audit.receipt-check-result')")
                                .size()
                        >= fed.feed().countOf(Kind.RECEIPTS) + fed.feed().countOf(Kind.RESULTS));
    }

    private static String[] pagesSoonOnASmallDisk() {
        return new String[] {
            "<max-disk-usage>-1</max-disk-usage>",
            "<max-disk-usage>80</max-disk-usage><disk-scan-period>500</disk-scan-period>"
                    + "<journal-file-size>1M</journal-file-size><journal-min-files>2</journal-min-files>",
            "<address-settings>",
            "<address-settings><address-setting match=\"core-system.receipts\"><max-size-bytes>4K</max-size-bytes>"
                    + "<page-size-bytes>2K</page-size-bytes></address-setting>"
        };
    }

    private static long files(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> each.toString().endsWith(".page")).count();
        }
    }

    @Test
    void tellsOfAQueueThatItMayNotRead() throws Exception {
        GatewaySetup setup = GatewaySetup.named("broker-refuses-a-queue").only(SmallConfiguration.RECEIPTS);
        try (ArtemisServer broker = ArtemisServer.start(setup, "</security-settings>", """
                <security-setting match="ticket.%s">
                  <permission type="send" roles="gateway"/>
                  <permission type="createAddress" roles="gateway"/>
                  <permission type="createDurableQueue" roles="gateway"/>
                </security-setting>
                </security-settings>""".formatted(TAISHO));
                RemotePeer payerFund = RemotePeer.start(setup);
                GatewayProcess gateway =
                        setup.remote(payerFund).with(broker.gatewayArguments()).start()) {
            Awaitility.await("readiness names it")
                    .atMost(GatewayProcess.PATIENCE)
                    .until(() -> gateway.answer("/actuator/health/readiness")
                            .contains("\"queuesNotRead\":[\"ticket." + TAISHO + "\"]"));

            assertThat(gateway.log()).containsOnlyOnce("The queue ticket." + TAISHO + " can't be read");
            assertThat(gateway.get("/actuator/prometheus")).contains("gateway_queues_not_read 1.0");
        }
    }

    @Test
    void doesNotStartOverABrokerThatWouldLoseMessages() {
        GatewaySetup setup = GatewaySetup.named("broker-refused").only(SmallConfiguration.RECEIPTS);
        try (ArtemisServer broker = ArtemisServer.start(
                        setup,
                        "<dead-letter-address>failed.ticket</dead-letter-address>",
                        "",
                        "<max-delivery-attempts>-1</max-delivery-attempts>",
                        "<max-delivery-attempts>10</max-delivery-attempts>",
                        "<address-full-policy>PAGE</address-full-policy>",
                        "<address-full-policy>FAIL</address-full-policy>"
                                + "<page-limit-messages>100</page-limit-messages>"
                                + "<page-full-policy>DROP</page-full-policy>",
                        "<persist-id-cache>true</persist-id-cache>",
                        "<persist-id-cache>false</persist-id-cache>");
                GatewayProcess gateway = setup.with(broker.gatewayArguments()).unstarted()) {
            Ended ended = gateway.runToEnd();

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.out())
                    .contains("APPLICATION FAILED TO START")
                    .contains("persist-id-cache must be true")
                    .contains("address-full-policy must be PAGE of address core-system.receipts")
                    .contains(
                            "page-limit-bytes and page-limit-messages must not be set of address core-system.receipts")
                    .contains("dead-letter-address must be failed.ticket of address ticket." + TAISHO)
                    .contains("max-delivery-attempts must be -1 of address core-system.re-examination-selection")
                    .doesNotContain("kenpo-gateway started");
        }
    }
}
