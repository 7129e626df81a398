package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.LongForm;
import jp.kenpo.gateway.testing.ManyParties;
import jp.kenpo.gateway.testing.ReportFile;
import jp.kenpo.gateway.testing.Sftp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Fifty parties at once, all with files of the same name, half of them sending and half receiving: each content names its
 * party, and no byte of one reaches another. The long form lasts an hour, or {@code -Dlong.minutes}.
 */
class IsolationRaceIT {

    private static final int SENDERS = 25;
    private static final int RECEIVERS = 25;
    private static final int ROUNDS = 3;
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Pattern FROM = Pattern.compile("RESULT_(institution-[0-9]{4})_[0-9A-Z]{26}\\.csv");

    private static final ExecutorService workers = Executors.newFixedThreadPool(SENDERS + RECEIVERS);
    private static GatewayProcess gateway;
    private static Sftp.Crowd crowd;

    @BeforeAll
    static void start() throws IOException {
        // all parties come from this one machine, as behind a balancer
        GatewaySetup setup = GatewaySetup.named("isolation-race")
                .jvm("-Xmx384m")
                .with(
                        "--gateway.sftp.limits.logging-in-of-address=200",
                        "--gateway.sftp.limits.sessions-of-address=200");
        ManyParties parties = ManyParties.in(setup.folder());
        gateway = setup.config(parties.config()).routes(parties.routes()).unstarted();
        importList("employers", parties.list("employer", RECEIVERS));
        importList("contract-institutions", parties.list("institution", SENDERS));
        gateway.start();
        crowd = new Sftp.Crowd(gateway.sftpPort(), gateway.knownHosts());
    }

    private static void importList(String counterparty, Path list) {
        GatewayProcess.Ended ended = gateway.command("counterparties", "import", counterparty, list.toString());
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
    }

    @AfterAll
    static void stop() {
        workers.shutdownNow();
        crowd.close();
        gateway.close();
    }

    @Test
    void noByteOfOnePartyReachesAnother() throws Exception {
        long end = System.nanoTime()
                + Duration.ofMinutes(Long.getLong("long.minutes", 60)).toNanos();
        long checked = 0;
        for (int round = 1; round <= ROUNDS || (LongForm.chosen() && System.nanoTime() < end); round++) {
            checked += race(round);
        }
        ReportFile report = ReportFile.of(IsolationRaceIT.class);
        report.say("%d files of %d parties, each where it belongs", checked, SENDERS + RECEIVERS);
        assertThat(
                        new LedgerFile(gateway.dataDir())
                                .column(
                                        "select id from transfer where state in ('held', 'quarantined', 'refused', 'duplicate')"))
                .as("transfers that wait or were refused, see %s", report)
                .isEmpty();
    }

    /** Everybody sends at once; the round is over when everybody has what is theirs. */
    private static long race(int round) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int number = 1; number <= SENDERS; number++) {
            String party = ManyParties.id("institution", number);
            all.add(workers.submit(() -> send(party, round)));
        }
        all.add(workers.submit(() -> sendToAll(round)));
        await(all);
        List<Future<?>> receiving = new ArrayList<>();
        for (int number = 1; number <= RECEIVERS; number++) {
            String party = ManyParties.id("employer", number);
            receiving.add(workers.submit(() -> receive(party, round)));
        }
        receiving.add(workers.submit(() -> receiveOfAll(round)));
        await(receiving);
        return SENDERS + RECEIVERS;
    }

    private static void await(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (Future<?> each : all) {
            each.get();
        }
    }

    private static Void send(String party, int round) throws IOException {
        try (Sftp client = connect(party)) {
            client.put("upload/results/same.csv", ManyParties.result(party + "-" + round));
        }
        return null;
    }

    private static Void sendToAll(int round) throws IOException {
        try (Sftp core = gateway.sftp("core-system")) {
            for (int number = 1; number <= RECEIVERS; number++) {
                String party = ManyParties.id("employer", number);
                core.putBelow(
                        "upload/notices/" + party + "/same.csv", ManyParties.resultOfEmployee(party + "-" + round));
            }
        }
        return null;
    }

    private static Void receive(String party, int round) throws IOException {
        try (Sftp client = connect(party)) {
            Awaitility.await(party + " has its file of round " + round)
                    .atMost(GatewayProcess.PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> client.list("download").contains("notices")
                            && client.files("download/notices").size() == 1);
            String name = client.files("download/notices").get(0);
            assertThat(client.get("download/notices/" + name))
                    .as("what lies in the home of " + party)
                    .isEqualTo(ManyParties.result(party + "-" + round));
            client.remove("download/notices/" + name);
        }
        return null;
    }

    /** The core system has a file of each, and each is its party's own. */
    private static Void receiveOfAll(int round) throws IOException {
        try (Sftp core = gateway.sftp("core-system")) {
            Awaitility.await("the core system has every party's file of round " + round)
                    .atMost(GatewayProcess.PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> core.list("download").contains("results")
                            && core.files("download/results").size() == SENDERS);
            List<String> from = new ArrayList<>();
            for (String name : core.files("download/results")) {
                Matcher named = FROM.matcher(name);
                assertThat(named.matches()).as(name).isTrue();
                String party = named.group(1);
                assertThat(new String(core.get("download/results/" + name), SHIFT_JIS))
                        .isEqualTo(new String(ManyParties.result(party + "-" + round), SHIFT_JIS));
                from.add(party);
                core.remove("download/results/" + name);
            }
            assertThat(from)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, SENDERS)
                            .mapToObj(number -> ManyParties.id("institution", number))
                            .toList());
        }
        return null;
    }

    private static Sftp connect(String party) {
        return crowd.connect(party, gateway.sandboxKey(party));
    }
}
