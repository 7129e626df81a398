package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LongForm;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.RemotePeer.Act;
import jp.kenpo.gateway.testing.Sftp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A counterparty's server that fails in every way that can be thought of: each is told, nothing is lost, what waited goes
 * on by itself, and other counterparties notice nothing.
 */
class FaultyServerIT {

    private static final String RECEIPTS = "payer-fund.receipts";
    private static final String REQUEST = "payer-fund.re-examination-request";
    private static final String NOT_TAKEN = "the counterparty's SFTP server did not take the file";

    private static final String NOT_THE_KEY = "the host key of the counterparty's SFTP server is not the known one";

    private static RemotePeer fund;
    private static GatewayProcess gateway;
    private static Made file;
    private static String arrived;
    private static int selected;

    @BeforeAll
    static void start() throws IOException {
        GatewaySetup setup = GatewaySetup.named("faulty-server")
                .with(
                        "--gateway.patience.answer=1s",
                        "--gateway.patience.connect=3s",
                        "--gateway.retry.longest-pause=800ms",
                        "--gateway.broker.redelivery-millis=100");
        fund = RemotePeer.start(setup);
        gateway = setup.remote(fund).start();
        file = ReceiptFiles.another(YearMonth.of(2025, 5), 30);
        put(file);
        arrived = gateway.awaitTransfer(RECEIPTS, "accepted", file.sha256())
                .path("id")
                .asText();
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        fund.close();
    }

    /** What the server does to a file that is handed over to it, and what then stands in the ledger. */
    enum Fault {
        HANGS_IN_OPEN(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return hang(Act.OPEN_TO_WRITE, over);
            }
        },
        HANGS_IN_WRITE(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return hang(Act.WRITE, over);
            }
        },
        HANGS_IN_RENAME(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return hang(Act.RENAME, over);
            }
        },
        CUTS_IN_MID_FILE(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return before(Act.WRITE, path -> {
                    fund.cut();
                    throw new IOException("gone");
                });
            }
        },
        DENIES_RENAME(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return before(Act.RENAME, path -> {
                    throw new IOException("no renaming");
                });
            }
        },
        ACCEPTS_AND_DISCARDS("the file has 0 bytes at the counterparty, expected ") {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return new RemotePeer.Witness() {
                    @Override
                    public void after(Act act, String path) {
                        if (act == Act.CLOSE_WRITTEN) {
                            empty(fund.disk().resolve(path.substring(1)));
                        }
                    }
                };
            }
        },
        LIES_ABOUT_THE_SIZE("the file has 7 bytes at the counterparty, expected ") {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return before(Act.CLOSE_WRITTEN, path -> fund.tellSize(7L));
            }
        };

        private final String told;

        Fault(String told) {
            this.told = told;
        }

        abstract RemotePeer.Witness witness(CountDownLatch over);
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryThatFailsIsToldAndGoesOnByItself(Fault fault) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        fund.watch(fault.witness(over));
        int before = requests().size();
        String request = request();
        awaitFailure(request, error -> error.startsWith(fault.told));
        assertThat(requests()).hasSize(before);

        othersGoOn();
        fund.watch(new RemotePeer.Witness() {});
        fund.tellSize(null);
        over.countDown();

        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(request));
        assertThat(requests()).hasSize(before + 1);
    }

    @Test
    void aFileOfOthersUnderOurNameIsLeftAloneAndHoldsTheTransfer() throws Exception {
        AtomicReference<Path> theirs = new AtomicReference<>();
        fund.watch(before(Act.OPEN_TO_WRITE, path -> {
            Path name = fund.disk().resolve(path.substring(1).replace(".part-", ""));
            theirs.set(Files.writeString(name, "theirs"));
        }));
        String request = request();
        JsonNode held = gateway.awaitTransfer(REQUEST, "held", each -> id(each).equals(request));
        fund.watch(new RemotePeer.Witness() {});
        assertThat(held.path("lastError").asText())
                .isEqualTo("another file has the name " + theirs.get().getFileName()
                        + " at the counterparty, put there while ours was written:"
                        + " ask the counterparty whose it is and have it removed, then release the transfer");
        assertThat(theirs.get()).hasContent("theirs");
        othersGoOn();

        Files.delete(theirs.get());
        int before = requests().size();
        assertThat(gateway.command("release", request).exitCode()).isZero();
        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(request));
        assertThat(requests()).hasSize(before + 1);
    }

    @Test
    void anotherHostKeyStopsEverythingUntilTheKnownOneIsBack() throws Exception {
        fund.hostKey(false);
        String first = request();
        awaitFailure(first, error -> error.startsWith(NOT_THE_KEY));
        Awaitility.await("the connection is given up")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> arrivals().path("connectionsOpenSince").has("payer-fund"));
        String second = request();
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
                .until(() -> failing(RECEIPTS).path("lastError").asText().startsWith(NOT_THE_KEY));
        othersGoOn();

        fund.hostKey(true);
        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(first));
        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(second));
        awaitNothingFails();
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
        long before = received();
        fund.watch(flaw.witness(next, over));
        put(next);
        Awaitility.await("the outage is told as " + flaw.told)
                .atMost(GatewayProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> failing(RECEIPTS).path("lastError").asText().startsWith(flaw.told));
        assertThat(received()).as("never taken early").isEqualTo(before);
        othersGoOn();
        assertThat(received()).as("never taken early").isEqualTo(before);
        fund.watch(new RemotePeer.Witness() {});
        fund.tellSize(null);
        over.countDown();

        gateway.awaitTransfer(RECEIPTS, "accepted", next.sha256());
        awaitNothingFails();
        assertThat(received()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aServerWhoseClockIsADayOffIsReadAsAnyOther(int days) throws Exception {
        Made next = ReceiptFiles.another(YearMonth.of(2025, 12).plusMonths(days), 5);
        long before = received();

        put(next, Instant.now().plus(Duration.ofDays(days)));

        gateway.awaitTransfer(RECEIPTS, "accepted", next.sha256());
        assertThat(received()).isEqualTo(before + 1);
    }

    @Test
    void aNameWithAControlCharacterIsRefusedOnceAndTheOthersAreTaken() throws Exception {
        Made next = ReceiptFiles.another(YearMonth.of(2026, 2), 5);
        Path month =
                Files.createDirectories(fund.disk().resolve(next.remotePath()).resolveSibling(""));
        fund.list("bell", "1\u0007_RECODEINFO_MED.CSV");
        Path bell = Files.write(month.resolve("bell"), next.bytes());
        Awaitility.await("it is refused").atMost(GatewayProcess.PATIENCE).until(() -> gateway.transfers().stream()
                .anyMatch(each -> each.path("state").asText().equals("refused")
                        && each.path("lastError").asText().startsWith("the name holds a control character")));

        put(next);

        gateway.awaitTransfer(RECEIPTS, "accepted", next.sha256());
        Files.delete(bell);
    }

    /** In the long form a hundred thousand: files that are not whole yet, in the folders of both directions. */
    @Test
    void aFolderOfThousandsOfFilesHoldsNothingUp() throws Exception {
        int many = LongForm.chosen() ? 100_000 : 5_000;
        Path in = Files.createDirectories(fund.disk().resolve("receipts/many"));
        for (Path folder : List.of(in, fund.disk().resolve("re-examination"))) {
            for (int each = 0; each < many; each++) {
                Files.createFile(folder.resolve(".half-" + each + ".part"));
            }
        }
        long begun = System.nanoTime();
        int before = requests().size();
        Made next = ReceiptFiles.another(YearMonth.of(2026, 3), 5);
        put(next);
        String request = request();
        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(request));
        gateway.awaitTransfer(RECEIPTS, "accepted", next.sha256());
        othersGoOn();
        System.out.printf(
                "beside %d entries a folder: in and out within %.1f s%n", many, (System.nanoTime() - begun) / 1e9);

        assertThat(requests()).hasSize(before + 1);
        for (Path folder : List.of(in, fund.disk().resolve("re-examination"))) {
            for (int each = 0; each < many; each++) {
                Files.delete(folder.resolve(".half-" + each + ".part"));
            }
        }
    }

    /** Something that the server does before it does what it was asked. */
    private interface Deed {
        void carryOut(String path) throws IOException;
    }

    private static RemotePeer.Witness before(Act when, Deed deed) {
        return new RemotePeer.Witness() {
            @Override
            public void before(Act act, String path) throws IOException {
                if (act == when) {
                    deed.carryOut(path);
                }
            }
        };
    }

    /** Stands still, and does not do it even then. */
    private static RemotePeer.Witness hang(Act when, CountDownLatch over) {
        return before(when, path -> {
            try {
                over.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("stood still");
        });
    }

    private static void empty(Path path) {
        try {
            Files.write(path, new byte[0]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void put(Made made) throws IOException {
        put(made, Instant.now());
    }

    /** Writes a file as one that was changed last then, by the server's clock. */
    private static void put(Made made, Instant changed) throws IOException {
        Path path = fund.disk().resolve(made.remotePath());
        Files.createDirectories(path.resolveSibling(""));
        Path temporary = path.resolveSibling("being-written.part");
        Files.write(temporary, made.bytes());
        Files.setLastModifiedTime(temporary, FileTime.from(changed));
        Files.move(temporary, path.resolveSibling("1" + made.sha256().substring(0, 6) + "_RECODEINFO_MED.CSV"));
    }

    /** Returns how many files of receipts were taken in so far. */
    private static long received() {
        return gateway.transfers().stream()
                .filter(each -> each.path("interchange").asText().equals(RECEIPTS))
                .filter(each -> !each.path("sha256").isNull())
                .count();
    }

    /** Has the core system ask for one more re-examination, and returns the transfer that is to go to the payer fund. */
    private static String request() {
        List<String> known = ids();
        try (Queues core = gateway.queues()) {
            core.send(
                    ReceiptFiles.SELECTION_QUEUE,
                    ReceiptFiles.selection(
                            "selection-" + selected, arrived, file.keys().get(selected)));
        }
        selected++;
        return Awaitility.await("a request is on its way")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> ids().stream().filter(id -> !known.contains(id)).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private static List<String> ids() {
        return gateway.transfers().stream()
                .filter(each -> each.path("interchange").asText().equals(REQUEST))
                .map(FaultyServerIT::id)
                .toList();
    }

    private static void awaitFailure(String transfer, Predicate<String> fits) {
        Awaitility.await("the failure is entered")
                .atMost(GatewayProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> StreamSupport.stream(
                                gateway.transfer(transfer).path("entries").spliterator(), false)
                        .filter(entry -> entry.path("kind").asText().equals("failed"))
                        .anyMatch(entry ->
                                fits.test(entry.path("details").path("error").asText())));
    }

    /** Another counterparty's file is taken in meanwhile, whatever is in it. */
    private static void othersGoOn() throws IOException {
        byte[] bytes = ReceiptFiles.utf8("checked by nobody " + System.identityHashCode(new Object()) + selected);
        try (Sftp audit = gateway.sftp("taisho-audit")) {
            audit.put("upload/CHECK_" + ReceiptFiles.sha256(bytes).substring(0, 8) + ".CSV", bytes);
        }
        Awaitility.await("another counterparty's file is taken in")
                .atMost(Duration.ofSeconds(20))
                .until(() -> gateway.transfers().stream()
                        .anyMatch(each -> each.path("sha256").asText().equals(ReceiptFiles.sha256(bytes))));
    }

    private static JsonNode arrivals() throws IOException {
        return new ObjectMapper()
                .readTree(gateway.get("/actuator/health/readiness"))
                .path("components")
                .path("arrivals")
                .path("details");
    }

    private static JsonNode failing(String interchange) throws IOException {
        for (JsonNode each : arrivals().path("failing")) {
            if (each.path("interchange").asText().equals(interchange)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    private static void awaitNothingFails() {
        Awaitility.await("the outage is over")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> failing(RECEIPTS).isMissingNode()
                        && arrivals().path("connectionsOpenSince").isEmpty());
    }

    private static List<String> requests() throws IOException {
        try (Stream<Path> files = Files.list(fund.disk().resolve("re-examination"))) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    private static String id(JsonNode transfer) {
        return transfer.path("id").asText();
    }
}
