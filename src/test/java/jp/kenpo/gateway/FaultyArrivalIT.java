package jp.kenpo.gateway;

import static jp.kenpo.gateway.testing.FaultyServer.RECEIPTS;
import static jp.kenpo.gateway.testing.FaultyServer.REQUEST;
import static jp.kenpo.gateway.testing.FaultyServer.before;
import static jp.kenpo.gateway.testing.FaultyServer.hang;
import static jp.kenpo.gateway.testing.FaultyServer.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kenpo.gateway.testing.FaultyServer;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.RemotePeer.Act;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A counterparty's server that fails when a file is fetched from it, or has another host key: each is told, what comes is
 * taken once and never early, and other counterparties notice nothing.
 */
class FaultyArrivalIT {

    private static FaultyServer server;
    private static RemotePeer fund;
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() throws IOException {
        server = FaultyServer.start("faulty-arrival");
        fund = server.fund();
        gateway = server.gateway();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static final String NOT_THE_KEY = "the host key of the counterparty's SFTP server is not the known one";

    @Test
    void anotherHostKeyStopsEverythingUntilTheKnownOneIsBack() throws Exception {
        fund.hostKey(false);
        String first = server.request();
        server.awaitFailure(first, error -> error.startsWith(NOT_THE_KEY));
        Awaitility.await("the connection is given up")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> server.arrivals().path("connectionsOpenSince").has("payer-fund"));
        String second = server.request();
        // one of them is the probe, the other waits without a try
        Awaitility.await("a transfer waits for the probe")
                .atMost(GatewayProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> gateway.transfers().stream()
                        .filter(each -> id(each).equals(first) || id(each).equals(second))
                        .filter(each -> !each.path("nextAttempt").isNull())
                        .anyMatch(each -> each.path("lastError")
                                .asText()
                                .equals("the connection to the counterparty fails; waits until it works again")));
        Awaitility.await("the poller meets it, too")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> server.failing(RECEIPTS).path("lastError").asText().startsWith(NOT_THE_KEY));
        server.othersGoOn();

        fund.hostKey(true);
        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(first));
        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(second));
        server.awaitNothingFails();
        assertThat(gateway.log().lines().filter(line -> line.contains("WARN") && line.contains(RECEIPTS)))
                .as("one line an outage")
                .hasSizeLessThan(12);
    }

    /** What the server does to a file that is fetched from it, and what is then said of its interchange. */
    enum Flaw {
        HANGS_IN_LIST("GenericFileOperationFailedException (IOException, connection or disk)") {
            @Override
            RemotePeer.Witness witness(Made file, CountDownLatch over) {
                return hang(Act.LIST, over);
            }
        },
        HANGS_IN_READ("IOException (connection or disk)") {
            @Override
            RemotePeer.Witness witness(Made file, CountDownLatch over) {
                return hang(Act.READ, over);
            }
        },
        CUTS_IN_MID_FILE("IOException (connection or disk)") {
            @Override
            RemotePeer.Witness witness(Made file, CountDownLatch over) {
                AtomicInteger pieces = new AtomicInteger();
                return before(Act.READ, path -> {
                    if (pieces.incrementAndGet() % 2 == 0) {
                        fund.cut();
                        throw new IOException("gone");
                    }
                });
            }
        },
        ENDS_BEFORE_THE_SIZE_IT_SAYS("a file gave ") {
            @Override
            RemotePeer.Witness witness(Made file, CountDownLatch over) {
                fund.tellSize(file.bytes().length + 1L);
                return new RemotePeer.Witness() {};
            }
        },
        GOES_ON_BEYOND_THE_SIZE_IT_SAYS("a file gave ") {
            @Override
            RemotePeer.Witness witness(Made file, CountDownLatch over) {
                fund.tellSize(7L);
                return new RemotePeer.Witness() {};
            }
        };

        private final String told;

        Flaw(String told) {
            this.told = told;
        }

        abstract RemotePeer.Witness witness(Made file, CountDownLatch over);
    }

    @ParameterizedTest
    @EnumSource
    void anArrivalThatFailsIsToldAndTakenOnceWhenItIsWhole(Flaw flaw) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Made next = ReceiptFiles.another(YearMonth.of(2025, 6).plusMonths(flaw.ordinal()), 60);
        long before = server.received();
        fund.watch(flaw.witness(next, over));
        server.put(next);
        Awaitility.await("the outage is told as " + flaw.told)
                .atMost(GatewayProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> server.failing(RECEIPTS).path("lastError").asText().startsWith(flaw.told));
        assertThat(server.received()).as("never taken early").isEqualTo(before);
        server.othersGoOn();
        assertThat(server.received()).as("never taken early").isEqualTo(before);
        fund.watch(new RemotePeer.Witness() {});
        fund.tellSize(null);
        over.countDown();

        gateway.awaitTransfer(RECEIPTS, "accepted", next.sha256());
        server.awaitNothingFails();
        assertThat(server.received()).isEqualTo(before + 1);
    }
}
