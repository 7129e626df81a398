package jp.kenpo.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;
import jp.kenpo.gateway.testing.RemotePeer.Act;
import org.awaitility.Awaitility;

/** A gateway with {@link SmallConfiguration#RECEIPTS} and little patience, and the payer fund's server that fails. */
public final class FaultyServer implements AutoCloseable {

    public static final String RECEIPTS = "payer-fund.receipts";
    public static final String REQUEST = "payer-fund.re-examination-request";

    private final RemotePeer fund;
    private final GatewayProcess gateway;
    private final Made receipts = ReceiptFiles.another(YearMonth.of(2025, 5), 30);
    private final String arrived;
    private int selected;

    private FaultyServer(RemotePeer fund, GatewayProcess gateway) throws IOException {
        this.fund = fund;
        this.gateway = gateway;
        put(receipts);
        this.arrived = id(gateway.awaitTransfer(RECEIPTS, "accepted", receipts.sha256()));
    }

    /** Starts both, with a month's receipts to ask for. */
    public static FaultyServer start(String name) throws IOException {
        GatewaySetup setup = GatewaySetup.named(name)
                .only(SmallConfiguration.RECEIPTS)
                .with(
                        "--gateway.patience.answer=1s",
                        "--gateway.patience.connect=3s",
                        "--gateway.retry.longest-pause=800ms",
                        "--gateway.broker.redelivery-millis=100");
        RemotePeer fund = RemotePeer.start(setup);
        return new FaultyServer(fund, setup.remote(fund).start());
    }

    /** Returns the server. */
    public RemotePeer fund() {
        return fund;
    }

    public GatewayProcess gateway() {
        return gateway;
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        fund.close();
    }

    /** Something that the server does before it does what it was asked. */
    public interface Deed {
        void carryOut(String path) throws IOException;
    }

    /** Has the server do something before it does what it is asked. */
    public static RemotePeer.Witness before(Act when, Deed deed) {
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
    public static RemotePeer.Witness hang(Act when, CountDownLatch over) {
        return before(when, path -> {
            try {
                over.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("stood still");
        });
    }

    /** Puts a file on the server as a whole. */
    public void put(Made made) throws IOException {
        put(made, Instant.now());
    }

    /** Writes a file as one that was changed last then, by the server's clock. */
    public void put(Made made, Instant changed) throws IOException {
        Path path = fund.disk().resolve(made.remotePath());
        Files.createDirectories(path.resolveSibling(""));
        Path temporary = path.resolveSibling("being-written.part");
        Files.write(temporary, made.bytes());
        Files.setLastModifiedTime(temporary, FileTime.from(changed));
        Files.move(temporary, path.resolveSibling("1" + made.sha256().substring(0, 6) + "_RECODEINFO_MED.CSV"));
    }

    /** Returns how many files of receipts were taken in so far. */
    public long received() {
        return gateway.transfers().stream()
                .filter(each -> each.path("interchange").asText().equals(RECEIPTS))
                .filter(each -> !each.path("sha256").isNull())
                .count();
    }

    /** Has the core system ask for one more re-examination, and returns the transfer that is to go to the payer fund. */
    public String request() {
        List<String> known = ids();
        try (Queues core = gateway.queues()) {
            core.send(
                    ReceiptFiles.SELECTION_QUEUE,
                    ReceiptFiles.selection(
                            "selection-" + selected, arrived, receipts.keys().get(selected)));
        }
        selected++;
        return Awaitility.await("a request is on its way")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> ids().stream().filter(id -> !known.contains(id)).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private List<String> ids() {
        return gateway.transfers().stream()
                .filter(each -> each.path("interchange").asText().equals(REQUEST))
                .map(FaultyServer::id)
                .toList();
    }

    /** Waits until the ledger says that the transfer failed so. */
    public void awaitFailure(String transfer, Predicate<String> fits) {
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
    public void othersGoOn() throws IOException {
        byte[] bytes = ReceiptFiles.utf8("checked by nobody " + System.identityHashCode(new Object()) + selected);
        try (Sftp audit = gateway.sftp("taisho-audit")) {
            audit.put("upload/CHECK_" + ReceiptFiles.sha256(bytes).substring(0, 8) + ".CSV", bytes);
        }
        Awaitility.await("another counterparty's file is taken in")
                .atMost(Duration.ofSeconds(20))
                .until(() -> gateway.transfers().stream()
                        .anyMatch(each -> each.path("sha256").asText().equals(ReceiptFiles.sha256(bytes))));
    }

    /** Returns what readiness says of arrivals. */
    public JsonNode arrivals() throws IOException {
        return new ObjectMapper()
                .readTree(gateway.get("/actuator/health/readiness"))
                .path("components")
                .path("arrivals")
                .path("details");
    }

    /** Returns what readiness says of an interchange that can't be polled; missing if it can. */
    public JsonNode failing(String interchange) throws IOException {
        for (JsonNode each : arrivals().path("failing")) {
            if (each.path("interchange").asText().equals(interchange)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    /** Waits until everything can be polled and reached again. */
    public void awaitNothingFails() {
        Awaitility.await("the outage is over")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> failing(RECEIPTS).isMissingNode()
                        && arrivals().path("connectionsOpenSince").isEmpty());
    }

    /** Returns the files that were handed over to the server. */
    public List<String> requests() throws IOException {
        try (Stream<Path> files = Files.list(fund.disk().resolve("re-examination"))) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    public static String id(JsonNode transfer) {
        return transfer.path("id").asText();
    }
}
