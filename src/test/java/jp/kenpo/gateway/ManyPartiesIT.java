package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.ManyParties;
import jp.kenpo.gateway.testing.Sftp;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three hundred employers and two hundred institutions under one template each. */
class ManyPartiesIT {

    private static final int EMPLOYERS = 300;
    private static final int INSTITUTIONS = 200;
    private static final int FLOOD = 2_000;

    /** The last of the employers; all others run. */
    private static final String ENDED = ManyParties.id("employer", EMPLOYERS);

    private static final ExecutorService workers = Executors.newFixedThreadPool(8);
    private static GatewayProcess gateway;
    private static Sftp.Crowd crowd;

    @BeforeAll
    static void start() throws IOException {
        GatewaySetup setup =
                GatewaySetup.named("many-parties").jvm("-Xmx384m").with("--gateway.polling.hosted-millis=1000");
        ManyParties parties = ManyParties.in(setup.folder());
        gateway = setup.config(parties.config()).routes(parties.routes()).unstarted();
        Path employers = parties.list("employer", EMPLOYERS);
        Files.writeString(
                employers,
                Files.readString(employers).replace("/" + ENDED + ".pub,,", "/" + ENDED + ".pub,,2020-03-31"));
        importList("employers", employers);
        importList("contract-institutions", parties.list("institution", INSTITUTIONS));
        long begun = System.nanoTime();
        gateway.start();
        System.out.printf(
                "started with %d parties in %.1f s, %d MB resident, %d threads, %.1f s of processor time%n",
                EMPLOYERS + INSTITUTIONS, seconds(begun), residentMegabytes(), threads(), processorSeconds());
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

    /** One party floods, one hangs with half a file: all others are served as if they were not there. */
    @Test
    void everyPartysFileIsTakenInWithinTheMinuteWhateverOthersDo() throws Exception {
        try (Sftp half = connect("employer-0002")) {
            half.putUnfinished("upload/filings/half.csv", ManyParties.filing(1));
        }
        Future<?> flood = workers.submit(() -> flood("employer-0001"));
        double before = processorSeconds();
        long begun = System.nanoTime();
        List<Future<?>> drops = new ArrayList<>();
        parties().forEach(party -> drops.add(workers.submit(() -> drop(party))));
        for (Future<?> drop : drops) {
            drop.get();
        }
        double dropped = seconds(begun);
        Awaitility.await("every party's file")
                .atMost(GatewayProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(takenIn()).hasSize(EMPLOYERS - 1 + INSTITUTIONS));
        System.out.printf(
                "%d parties: files dropped in %.1f s, all taken in after %.1f s, %d MB resident, %d threads,"
                        + " %.1f s of processor time%n",
                EMPLOYERS - 1 + INSTITUTIONS,
                dropped,
                seconds(begun),
                residentMegabytes(),
                threads(),
                processorSeconds() - before);

        // the goals: within the minute, and no more memory than a small server has to spare
        assertThat(seconds(begun)).isLessThan(60);
        assertThat(residentMegabytes()).isLessThan(700);

        flood.get();
        assertThat(ledger().column("select id from transfer where interchange = '" + ManyParties.FILINGS
                        + "' and state = 'duplicate'"))
                .as("the same bytes of all employers are a file of each")
                .isEmpty();
        assertThat(ledger().column("select id from transfer where file_name = 'half.csv'"))
                .isEmpty();
        Awaitility.await("what the core system gets")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> coreSystemFiles().size() >= INSTITUTIONS);
        assertThat(coreSystemFiles())
                .hasSize(INSTITUTIONS)
                .anyMatch(name -> name.matches("RESULT_institution-0042_[0-9A-Z]{26}\\.csv"));
    }

    @Test
    void aPartySeesItsOwnHomeAndNoOther() throws IOException {
        try (Sftp party = connect("employer-0003")) {
            assertThat(party.list("/")).containsExactly("download", "upload");
            assertThatThrownBy(() -> party.list("/../employer-0004")).hasMessageContaining("NO_SUCH_FILE");
            assertThatThrownBy(() -> party.rename("upload/filings", "upload/mine"))
                    .hasMessageContaining("Permission denied");
            assertThatThrownBy(() -> party.makeFolder("upload/more")).hasMessageContaining("Permission denied");
        }
        assertThatThrownBy(() -> crowd.connect("employer-0003", gateway.sandboxKey("employer-0004")))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> crowd.connect("employers", gateway.sandboxKey("employer-0004")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whatTheCoreSystemSendsGoesToThePartyThatItNamesAndToNobodyElse() throws IOException {
        byte[] notice = ManyParties.resultOfEmployee("A-1");
        notice("employer-0007", notice);
        notice("employer-0008", notice);

        JsonNode delivered = gateway.awaitTransfer(ManyParties.TO_EMPLOYERS, "delivered", of("employer-0007"));
        gateway.awaitTransfer(ManyParties.TO_EMPLOYERS, "delivered", of("employer-0008"));
        try (Sftp party = connect("employer-0007")) {
            String name = delivered.path("fileName").asText();
            assertThat(party.files("download/notices")).containsExactly(name);
            assertThat(party.get("download/notices/" + name)).isEqualTo(ManyParties.result("A-1"));
        }
        try (Sftp other = connect("employer-0009")) {
            assertThat(other.list("download")).isEmpty();
        }
    }

    @Test
    void nothingGoesToAPartyThatIsNotListedOrDoesNotRun() throws IOException {
        notice("employer-9999", ManyParties.resultOfEmployee("B-1"));
        notice(ENDED, ManyParties.resultOfEmployee("B-2"));
        notice("institution-0001", ManyParties.resultOfEmployee("B-3"));

        assertThat(refusal("employer-9999"))
                .isEqualTo("unknown-party: employer-9999 is none of the parties in config/parties/employers.csv");
        assertThat(refusal("institution-0001")).startsWith("unknown-party: institution-0001 is none of the parties");
        assertThat(refusal(ENDED))
                .startsWith("party-not-running: party " + ENDED + " ended on 2020-03-31 (")
                .endsWith("config/parties/employers.csv:" + (EMPLOYERS + 1) + ")");
        assertThatThrownBy(() -> connect(ENDED)).isInstanceOf(UncheckedIOException.class);
        assertThat(gateway.dataDir().resolve("homes/employers/employer-9999")).doesNotExist();
    }

    @Test
    void oneRouteStandsForAllOfThem() throws IOException {
        JsonNode routes = new ObjectMapper().readTree(gateway.get("/api/v1/routes"));
        assertThat(routes).hasSizeGreaterThan(200).anySatisfy(route -> {
            assertThat(route.path("id").asText()).isEqualTo(ManyParties.FILINGS);
            assertThat(route.path("parties").asInt()).isEqualTo(EMPLOYERS);
        });
    }

    private static List<String> coreSystemFiles() throws IOException {
        try (Sftp core = gateway.sftp("core-system")) {
            return core.files("download/results");
        }
    }

    private static Predicate<JsonNode> of(String party) {
        return transfer -> transfer.path("party").asText().equals(party);
    }

    private static String refusal(String party) {
        return gateway.awaitTransfer(ManyParties.TO_EMPLOYERS, "refused", of(party))
                .path("lastError")
                .asText();
    }

    private static void notice(String party, byte[] bytes) throws IOException {
        try (Sftp core = gateway.sftp("core-system")) {
            core.putBelow("upload/notices/" + party + "/notice.csv", bytes);
        }
    }

    private static Stream<String> parties() {
        return Stream.concat(
                IntStream.rangeClosed(1, INSTITUTIONS).mapToObj(number -> ManyParties.id("institution", number)),
                IntStream.range(1, EMPLOYERS).mapToObj(number -> ManyParties.id("employer", number)));
    }

    private static @Nullable Void drop(String party) throws IOException {
        try (Sftp client = connect(party)) {
            if (party.startsWith("employer")) {
                client.put("upload/filings/one.csv", ManyParties.filing(0));
            } else {
                client.put("upload/results/one.csv", ManyParties.result("same"));
            }
        }
        return null;
    }

    private static @Nullable Void flood(String party) throws IOException {
        try (Sftp client = connect(party)) {
            for (int number = 1; number <= FLOOD; number++) {
                client.put("upload/filings/" + number + ".csv", ManyParties.filing(number));
            }
        }
        return null;
    }

    private static Sftp connect(String party) {
        return crowd.connect(party, gateway.sandboxKey(party));
    }

    private static Set<String> takenIn() throws SQLException {
        return ledger().column("select party from transfer where file_name = 'one.csv' and direction = 'in'");
    }

    private static LedgerFile ledger() {
        return new LedgerFile(gateway.dataDir());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** What counts on a machine that others use too. */
    private static double processorSeconds() {
        return ProcessHandle.of(gateway.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static long residentMegabytes() throws IOException {
        return status("VmRSS:") / 1024;
    }

    private static long threads() throws IOException {
        return status("Threads:");
    }

    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + gateway.pid() + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
