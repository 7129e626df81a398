package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.Hold;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.RemotePeer.Act;
import jp.kenpo.gateway.testing.Sftp;
import jp.kenpo.gateway.testing.SmallConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * SIGKILL between any two steps of the way: after the next start each file has had exactly one effect.
 *
 * <p>The process is held from outside, where it asks its peers for something: the payer fund's server does not answer,
 * or another program holds the lock of the ledger's database.
 */
class KillIT {

    private static final String IN = "payer-fund.receipts";
    private static final String TAISHO = "taisho-audit.receipt-check-request";
    private static final String CORE = "core-system.receipts";
    private static final String REQUEST = "payer-fund.re-examination-request";

    /** Large enough that its check and its delivery take longer than taking a lock. */
    private static final int MANY = 12_000;

    private static RemotePeer payerFund;
    private static GatewayProcess gateway;
    private static LedgerFile ledger;
    private static YearMonth treated = YearMonth.of(2022, 1);

    @BeforeAll
    static void start() {
        GatewaySetup setup = GatewaySetup.named("kill").only(SmallConfiguration.RECEIPTS);
        payerFund = RemotePeer.start(setup);
        gateway = setup.remote(payerFund).start();
        ledger = new LedgerFile(setup.dataDir());
    }

    @BeforeEach
    void run() {
        if (!gateway.isAlive()) {
            restart();
        }
    }

    @AfterAll
    static void end() throws IOException {
        gateway.close();
        payerFund.close();
    }

    @Test
    void payloadSynced() throws Exception {
        Made file = made(20);
        Set<String> before = payloads();
        try (LedgerFile.Lock held = ledger.lock()) {
            assertThat(held).isNotNull();
            arrive(file);
            Awaitility.await().atMost(GatewayProcess.PATIENCE).until(() -> !before.containsAll(payloads()));
            gateway.kill();
        }
        Set<String> left = payloads();
        left.removeAll(before);

        gateway.start();

        requireOneEffect(file);
        assertThat(payloads()).doesNotContainAnyElementsOf(left);
    }

    @Test
    void databaseCommitted() throws Exception {
        Made file = made(20);
        try (Hold hold = Hold.before(Act.RENAME, path -> path.contains("/.taken/"))) {
            payerFund.watch(hold);
            arrive(file);
            hold.awaitReached();
            gateway.kill();
        }
        assertThat(source(file)).exists();

        restart();

        requireOneEffect(file);
    }

    @Test
    void sourceMoved() throws Exception {
        Made file = made(20);
        try (Hold hold = Hold.after(Act.RENAME, path -> path.contains("/.taken/"))) {
            payerFund.watch(hold);
            arrive(file);
            hold.awaitReached();
            gateway.kill();
        }
        assertThat(source(file)).doesNotExist();

        restart();

        requireOneEffect(file);
    }

    @Test
    void queueMessageTaken() throws Exception {
        // its projection takes longer than it takes to lock the ledger
        Made file = made(2 * MANY);
        arrive(file);
        String granted = "select 1 from transfer where sha256 = '" + file.sha256()
                + "' and state = 'granted' and interchange = '" + TAISHO + "'";
        try (LedgerFile.Lock held = ledger.lockWhen(granted)) {
            assertThat(held).isNotNull();
            Awaitility.await("the ticket is in hand and what remains of the file waits for the ledger")
                    .atMost(GatewayProcess.PATIENCE)
                    .until(() -> threads().stream()
                            .anyMatch(thread ->
                                    thread.contains("Minimiser.minimise(") && thread.contains("Ledger.write(")));
            gateway.kill();
            assertThat(ledger.column(granted)).hasSize(1);
        }

        restart();

        requireOneEffect(file);
    }

    @Test
    void fileGivenToTaishoAuditAndFetched() throws Exception {
        Made file = made(20);
        String delivering = "select file_name from transfer where sha256 = '" + file.sha256()
                + "' and state = 'delivering' and interchange = '" + TAISHO + "'";
        ledger.neverFinish(
                "update of state on transfer when new.state = 'delivered' and new.interchange = '" + TAISHO + "'");
        arrive(file);
        String name;
        try (Sftp taisho = gateway.sftp("taisho-audit")) {
            name = Awaitility.await("the file can be fetched")
                    .atMost(GatewayProcess.PATIENCE)
                    .until(
                            () -> ledger.column(delivering).stream()
                                    .filter(taisho.files("download")::contains)
                                    .findAny(),
                            Optional::isPresent)
                    .orElseThrow();
            assertThat(taisho.get("download/" + name)).isEqualTo(file.bytes());
            taisho.remove("download/" + name);
        } finally {
            gateway.kill();
            ledger.finish();
        }
        assertThat(ledger.column(delivering)).containsExactly(name);

        restart();

        gateway.awaitTransfer(TAISHO, "delivered", file.sha256());
        passAnother();
        try (Sftp taisho = gateway.sftp("taisho-audit")) {
            assertThat(taisho.files("download")).doesNotContain(name);
        }
        requireSoundStore();
    }

    @Test
    void remoteTemporaryFileWritten() throws Exception {
        JsonNode arrived = pass(made(20));
        Set<String> before = requests();
        try (Hold hold = Hold.after(Act.CLOSE_WRITTEN, path -> path.contains("re-examination"))) {
            payerFund.watch(hold);
            select(arrived);
            hold.awaitReached();
            gateway.kill();
        }
        Set<String> unfinished = requests();
        unfinished.removeAll(before);
        assertThat(unfinished).singleElement().asString().startsWith(".part-");

        restart();

        requireOneRequest(arrived, before);
    }

    @Test
    void remoteRenamed() throws Exception {
        JsonNode arrived = pass(made(20));
        Set<String> before = requests();
        try (Hold hold = Hold.after(Act.RENAME, path -> path.contains("re-examination"))) {
            payerFund.watch(hold);
            select(arrived);
            hold.awaitReached();
            gateway.kill();
        }
        assertThat(requests()).hasSize(before.size() + 1);

        restart();

        requireOneRequest(arrived, before);
    }

    /** Makes a file of a month of its own, so that no file lies where another has to. */
    private static Made made(int receipts) {
        treated = treated.plusMonths(1);
        return ReceiptFiles.another(treated, receipts);
    }

    private static void restart() {
        payerFund.watch(new RemotePeer.Witness() {});
        gateway.start();
    }

    private static void arrive(Made file) throws IOException {
        try (Sftp client = gateway.payerFund()) {
            client.putUnderTemporaryName(file.remotePath(), file.bytes());
        }
    }

    private static Path source(Made file) {
        return payerFund.disk().resolve(file.remotePath());
    }

    /** Lets a file through to both receivers and returns the transfer it came in with. */
    private static JsonNode pass(Made file) throws IOException {
        arrive(file);
        gateway.awaitTransfer(TAISHO, "delivered", file.sha256());
        gateway.awaitTransfer(CORE, "delivered", file.sha256());
        return gateway.awaitTransfer(IN, "accepted", file.sha256());
    }

    /** What would still happen has happened when a later file is through. */
    private static void passAnother() throws IOException {
        pass(made(5));
    }

    private static void select(JsonNode arrived) throws IOException {
        String id = arrived.path("id").asText();
        try (Queues core = gateway.queues();
                Sftp home = gateway.sftp("core-system")) {
            String name = gateway.awaitTransfer(
                            CORE, "delivered", arrived.path("sha256").asText())
                    .path("fileName")
                    .asText();
            String key =
                    ReceiptFiles.keysIn(home.get("download/receipts/" + name)).get(0);
            core.send(ReceiptFiles.SELECTION_QUEUE, ReceiptFiles.selection("selection-" + id, id, key));
        }
    }

    private static void requireOneEffect(Made file) throws Exception {
        JsonNode arrived = gateway.awaitTransfer(IN, "accepted", file.sha256());
        for (String interchange : List.of(TAISHO, CORE)) {
            gateway.awaitTransfer(interchange, "delivered", file.sha256());
        }
        passAnother();

        assertThat(gateway.transfers().stream()
                        .filter(each -> each.path("sha256").asText().equals(file.sha256()))
                        .map(each -> each.path("interchange").asText()))
                .containsExactlyInAnyOrder(IN, TAISHO, CORE);
        assertThat(equalTo(file, gateway.dataDir().resolve("homes/taisho-audit/download")))
                .hasSize(1);
        assertThat(equalTo(file, gateway.dataDir().resolve("homes/core-system/download")))
                .hasSize(1);
        assertThat(equalTo(file, payerFund.disk())).singleElement().asString().contains("/.taken/");
        try (Queues core = gateway.queues()) {
            assertThat(core.waiting(CORE))
                    .filteredOn(event -> event.contains(file.sha256()))
                    .singleElement()
                    .asString()
                    .contains(arrived.path("id").asText());
        }
        requireSoundStore();
    }

    private static void requireOneRequest(JsonNode arrived, Set<String> before) throws Exception {
        String selection = gateway.awaitTransfer(
                        REQUEST,
                        "delivered",
                        each -> !before.contains(each.path("fileName").asText()))
                .path("parent")
                .asText();
        JsonNode another = pass(made(5));
        select(another);
        Awaitility.await()
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> requests().size() >= before.size() + 2);
        gateway.awaitTransfer(
                REQUEST,
                "delivered",
                each -> !each.path("parent").asText().equals(selection)
                        && !before.contains(each.path("fileName").asText()));

        assertThat(requests()).hasSize(before.size() + 2).noneMatch(name -> name.startsWith(".part-"));
        assertThat(gateway.transfers())
                .filteredOn(each -> each.path("parent").asText().equals(selection))
                .singleElement()
                .matches(each -> each.path("interchange").asText().equals(REQUEST));
        assertThat(arrived.path("state").asText()).isEqualTo("accepted");
        requireSoundStore();
    }

    /** Nothing is there twice, the ledger verifies, and the store holds nothing that the ledger does not know. */
    private static void requireSoundStore() throws Exception {
        assertThat(gateway.transfers())
                .extracting(each -> each.path("state").asText())
                .doesNotContain("duplicate", "held", "quarantined", "refused");
        assertThat(gateway.command("ledger", "verify").exitCode()).isZero();
        assertThat(ledger.column("select payload_id from transfer")).containsAll(payloads());
        assertThat(ledger.column("select id from outgoing")).isEmpty();
    }

    private static Set<String> payloads() throws IOException {
        try (Stream<Path> files = Files.walk(gateway.dataDir().resolve("payloads"))) {
            Set<String> names = new HashSet<>();
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("tmp-"))
                    .forEach(names::add);
            return names;
        }
    }

    private static Set<String> requests() throws IOException {
        try (Stream<Path> files = Files.list(payerFund.disk().resolve("re-examination"))) {
            Set<String> names = new HashSet<>();
            files.map(file -> file.getFileName().toString()).forEach(names::add);
            return names;
        }
    }

    private static List<Path> equalTo(Made file, Path folder) throws IOException {
        List<Path> equal = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(each) == file.bytes().length
                        && ReceiptFiles.sha256(Files.readAllBytes(each)).equals(file.sha256())) {
                    equal.add(each);
                }
            }
        }
        return equal;
    }

    /** The stacks of the process's threads, as the Java machine tells anyone on this computer. */
    private static List<String> threads() throws IOException {
        Process dump = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(gateway.pid()),
                        "Thread.print")
                .redirectErrorStream(true)
                .start();
        return List.of(new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n\n"));
    }
}
