package jp.kenpo.gateway.examples;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.kenpo.gateway.examples.ExampleCase.Arrival;
import jp.kenpo.gateway.examples.ExampleCase.Delivered;
import jp.kenpo.gateway.examples.ExampleCase.Expectation;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.Sftp;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Runs one example through a running gateway: plays the counterparties, and looks at what came of it. */
final class ExampleRun {

    private static final String UNDER_WAY = "state=received,announced,composed,checked,granted,minimised,delivering";
    private static final Pattern ANY = Pattern.compile("\\$\\{any:([0-9]+)}");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GatewayProcess gateway;
    private final ExampleCase example;
    private final Expectation expected;
    private final Map<String, String> transfers = new HashMap<>();
    private final Set<String> arrived = new TreeSet<>();

    ExampleRun(GatewayProcess gateway, ExampleCase example) {
        this.gateway = gateway;
        this.example = example;
        this.expected = example.text().expect();
    }

    void run() throws IOException {
        awaitQuiet();
        Set<String> before = atTheCounterparty();
        String last = "";
        for (Arrival arrival : example.text().arrives()) {
            if (arrival.cutOff() != null) {
                last = cutOff(arrival.cutOff());
            } else if (arrival.run() == null) {
                last = arrive(arrival);
            } else {
                order(arrival.run());
            }
            awaitQuiet();
        }
        JsonNode account = whole(gateway.transfer(subject(last)).path("id").asText());
        look(account);
        Set<String> after = atTheCounterparty();
        after.removeAll(before);
        // a remote counterparty's own files, which came in, are moved aside there
        after.removeIf(name -> name.contains(".taken/"));
        reached(account, after);
    }

    /** Returns the transfer when it has as many entries as expected: a report follows a quarantine when it can. */
    private JsonNode whole(String id) {
        return Awaitility.await("the entries of " + id)
                .atMost(GatewayProcess.PATIENCE)
                .until(
                        () -> gateway.transfer(id),
                        account -> account.path("entries").size()
                                >= expected.entries().size());
    }

    private void order(List<String> command) {
        String[] words = command.stream().map(this::named).toArray(String[]::new);
        assertThat(gateway.command(words).exitCode()).as(command.toString()).isZero();
    }

    /** Has the cut-off of the day come now, and returns the id of the batch. */
    private String cutOff(String on) {
        Set<String> known = new TreeSet<>(ids(on));
        new LedgerFile(gateway.dataDir()).cutOff(on, arrived, Instant.now());
        return awaitNew(on, known, "a batch");
    }

    private String awaitNew(String on, Set<String> known, String what) {
        return Awaitility.await(what + " on " + on)
                .atMost(GatewayProcess.PATIENCE)
                .until(
                        () -> ids(on).stream()
                                .filter(each -> !known.contains(each))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Lets one file or message come in, and returns the id of its transfer. */
    private String arrive(Arrival arrival) throws IOException {
        String on = requireNonNull(arrival.on());
        Set<String> known = new TreeSet<>(ids(on));
        byte[] bytes = named(example.bytes(requireNonNull(arrival.file())));
        send(arrival, on, bytes);
        String id = awaitNew(on, known, requireNonNull(arrival.file()));
        assertThat(gateway.transfer(id).path("sha256").asText()).isEqualTo(ReceiptFiles.sha256(bytes));
        transfers.put("${" + on + "}", id);
        arrived.add(id);
        return id;
    }

    private void send(Arrival arrival, String on, byte[] bytes) throws IOException {
        String counterparty = counterpartyOf(on);
        if (arrival.at() == null) {
            Map<String, String> properties = new HashMap<>();
            if (arrival.properties() != null) {
                arrival.properties().forEach((name, value) -> properties.put(name, named(value)));
            }
            try (Queues queues = gateway.queues()) {
                queues.send(on, new String(bytes, StandardCharsets.UTF_8), properties);
            }
            return;
        }
        String path = named(arrival.at());
        try (Sftp sftp = client(counterparty, arrival.from())) {
            if (isRemote(counterparty)) {
                sftp.putUnderTemporaryName(path, bytes);
            } else {
                sftp.putBelow(path, bytes);
            }
        }
    }

    private static String counterpartyOf(String interchange) {
        return interchange.substring(0, interchange.indexOf('.'));
    }

    /** Puts the ids of earlier transfers where the file asks for them; other bytes stay as they are. */
    private byte[] named(byte[] bytes) {
        return named(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String named(String text) {
        String named = text;
        for (Map.Entry<String, String> transfer : transfers.entrySet()) {
            named = named.replace(transfer.getKey(), transfer.getValue());
        }
        return named;
    }

    private List<String> ids(String interchange) {
        return gateway.transfers("interchange=" + interchange).stream()
                .map(each -> each.path("id").asText())
                .toList();
    }

    /** Returns the transfer on the example's interchange: the one that came in, or the one made from it. */
    private String subject(String cameIn) {
        if (gateway.transfer(cameIn).path("interchange").asText().equals(example.interchange())) {
            return cameIn;
        }
        List<String> made = children(gateway.transfer(cameIn)).stream()
                .filter(id -> gateway.transfer(id).path("interchange").asText().equals(example.interchange()))
                .toList();
        assertThat(made).as("transfers on " + example.interchange()).hasSize(1);
        return made.get(0);
    }

    private void look(JsonNode account) {
        assertThat(account.path("state").asText())
                .as(account.path("lastError").asText())
                .isEqualTo(expected.state());
        assertThat(texts(account.path("purposes"))).isEqualTo(expected.purposes());
        assertThat(texts(account.path("entries"), "kind")).isEqualTo(expected.entries());
        if (expected.error() != null) {
            assertThat(account.path("lastError").asText()).isEqualTo(expected.error());
        }
        if (expected.records() != null) {
            assertThat(account.path("records").asLong()).isEqualTo(expected.records());
        }
        if (expected.members() != null) {
            assertThat(account.path("members").asLong()).isEqualTo(expected.members());
        }
        if (expected.handedOn() != null) {
            assertThat(children(account).stream()
                            .map(id -> gateway.transfer(id).path("interchange").asText())
                            .sorted())
                    .isEqualTo(expected.handedOn());
        }
        lookAtFindings(account.path("findings"));
        lookAtFields(account.path("entries"));
    }

    private void lookAtFindings(JsonNode findings) {
        if (expected.findings() == null) {
            return;
        }
        if (expected.findings().isEmpty()) {
            assertThat(findings).isEmpty();
        }
        for (JsonNode wanted : expected.findings()) {
            assertThat(findings).as(findings.toPrettyString()).anySatisfy(found -> wanted.fieldNames()
                    .forEachRemaining(name -> assertThat(found.path(name).asText())
                            .isEqualTo(wanted.path(name).asText())));
        }
    }

    private void lookAtFields(JsonNode entries) {
        if (expected.left() == null) {
            return;
        }
        JsonNode minimised = StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("kind").asText().equals("minimised"))
                .findFirst()
                .orElseThrow()
                .path("details");
        assertThat(texts(minimised.path("fields"))).isEqualTo(expected.left());
        assertThat(JSON.convertValue(minimised.path("removed"), Map.class).toString())
                .isEqualTo(String.valueOf(expected.removed()));
    }

    /** @param news what lies at the counterparty now and did not before */
    private void reached(JsonNode account, Set<String> news) throws IOException {
        Delivered delivered = expected.delivered();
        if (delivered == null) {
            assertThat(isInbound(account) ? Set.of() : news)
                    .as("what reached the counterparty")
                    .isEmpty();
            return;
        }
        String folder = delivered.at().substring(0, delivered.at().lastIndexOf('/') + 1);
        String path = folder + account.path("fileName").asText();
        assertThat(news).containsExactly(path);
        assertThat(FileSystems.getDefault()
                        .getPathMatcher("glob:" + delivered.at())
                        .matches(Path.of(path)))
                .as(path + " is " + delivered.at())
                .isTrue();
        byte[] left = fetch(path);
        if (delivered.file() != null) {
            byte[] right = filled(example.bytes(delivered.file()), left);
            assertThat(new String(left, SHIFT_JIS)).isEqualTo(new String(right, SHIFT_JIS));
            assertThat(left).isEqualTo(right);
        }
        if (delivered.holds() != null) {
            holds(left, delivered.holds());
        }
        assertThat(account.path("sha256").asText()).isEqualTo(ReceiptFiles.sha256(left));
        if (delivered.queue() != null) {
            announced(account, delivered.queue());
        }
    }

    /** Puts what came where the file says {@code ${any:N}}: N letters or digits that each installation makes by itself. */
    private static byte[] filled(byte[] expected, byte[] came) {
        String text = new String(expected, StandardCharsets.ISO_8859_1);
        String real = new String(came, StandardCharsets.ISO_8859_1);
        for (Matcher any = ANY.matcher(text); any.find(); any = ANY.matcher(text)) {
            int end = any.start() + Integer.parseInt(any.group(1));
            String made = end > real.length() ? "" : real.substring(any.start(), end);
            assertThat(made).matches("[0-9A-Za-z]{" + any.group(1) + "}");
            text = text.substring(0, any.start()) + made + text.substring(any.end());
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Looks at the documents of an archive: the bytes around them bear the day on which it was made. */
    private void holds(byte[] archive, Map<String, String> expectedDocuments) throws IOException {
        Map<String, byte[]> documents = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.contains("/DATA/") && !entry.isDirectory()) {
                    documents.put(name.substring(name.lastIndexOf('/') + 1), zip.readAllBytes());
                }
            }
        }
        assertThat(documents).containsOnlyKeys(expectedDocuments.keySet());
        expectedDocuments.forEach(
                (name, file) -> assertThat(documents.get(name)).as(name).isEqualTo(example.bytes(file)));
    }

    private void announced(JsonNode account, String queue) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (Queues queues = gateway.queues()) {
            for (String text : queues.waiting(queue)) {
                events.add(JSON.readTree(text));
            }
        }
        assertThat(events)
                .filteredOn(event -> event.at("/data/transfer")
                        .asText()
                        .equals(account.path("id").asText()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.at("/data/fileName")).isEqualTo(account.path("fileName"));
                    assertThat(event.at("/data/sha256")).isEqualTo(account.path("sha256"));
                });
    }

    private static boolean isInbound(JsonNode account) {
        return account.path("direction").asText().equals("in");
    }

    private static boolean isRemote(String counterparty) {
        return GatewayProcess.isRemote(counterparty);
    }

    private byte[] fetch(String path) throws IOException {
        try (Sftp sftp = receiver()) {
            return sftp.get(path);
        }
    }

    /** What a hosted party fetches lies below download/; at a remote one everything but its own files is looked at. */
    private Set<String> atTheCounterparty() throws IOException {
        try (Sftp sftp = receiver()) {
            return new TreeSet<>(sftp.filesBelow(isRemote(example.counterparty()) ? "." : "download"));
        }
    }

    private Sftp receiver() {
        Delivered delivered = expected.delivered();
        return client(example.counterparty(), delivered == null ? example.text().party() : delivered.to());
    }

    private Sftp client(String counterparty, @Nullable String party) {
        if (isRemote(counterparty)) {
            return gateway.remote(counterparty);
        }
        return gateway.sftp(party == null ? counterparty : party);
    }

    /** Waits until every transfer has come to an end or waits for a person. */
    private void awaitQuiet() {
        Awaitility.await("all transfers come to an end")
                .atMost(GatewayProcess.PATIENCE)
                .until(() -> gateway.transfers(UNDER_WAY).isEmpty());
    }

    private static List<String> children(JsonNode account) {
        return texts(account.at("/chain/children"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(JsonNode array, String of) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.path(of).asText())
                .toList();
    }
}
