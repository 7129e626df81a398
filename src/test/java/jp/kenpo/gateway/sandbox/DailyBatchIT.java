package jp.kenpo.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.GatewayApplication;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.testing.Ports;
import jp.kenpo.gateway.testing.Queues;
import jp.kenpo.gateway.testing.SteppedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Messages of a day leave as one file at its cut-off, and what does not come back is late: by a clock that is set. */
class DailyBatchIT {

    private static final String EVENT = "core-system.member-event";
    private static final String REGISTRATION = "online-qualification.registration";
    private static final Path EXAMPLES =
            Path.of("routes/online-qualification/registration.examples/two-events-of-a-day");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path temp;

    private int broker;
    private int console;
    private ConfigurableApplicationContext gateway;

    @BeforeEach
    void start() {
        broker = Ports.free();
        console = Ports.free();
        gateway = SpringApplication.run(
                GatewayApplication.class,
                "--spring.profiles.active=sandbox",
                "--sandbox.simulators=false",
                "--sandbox.begin=2026-04-10T09:00",
                "--sandbox.remote-port=" + Ports.free(),
                "--sandbox.broker-url=tcp://127.0.0.1:" + broker,
                "--gateway.data-dir=" + temp.resolve("var"),
                "--gateway.sftp.port=" + Ports.free(),
                "--gateway.broker.core-port=" + broker,
                "--gateway.broker.amqp-port=" + Ports.free(),
                "--server.port=" + console);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void sendsTheEventsOfADayAsOneFileAndMissesTheResult() throws Exception {
        send("acquired.json", "E1103");
        send("lost.json", "E1104");
        awaitTransfers(EVENT, TransferState.ACCEPTED, 2);
        set("2026-04-10T16:59:59");
        assertThat(ledger().parts().waiting(SteppedClock.at("2026-04-10T17:00")))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.parts()).hasSize(2));
        assertThat(files()).isEmpty();

        set("2026-04-10T17:00");
        Transfer first =
                awaitTransfers(REGISTRATION, TransferState.DELIVERED, 1).get(0);
        assertThat(first.records()).isEqualTo(2);
        assertThat(ledger().parts().of(first.id())).hasSize(2);
        assertThat(files()).singleElement().satisfies(file -> assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("異動番号,"),
                        row -> assertThat(row).startsWith("E1103,"),
                        row -> assertThat(row).startsWith("E1104,")));

        // a Friday: the next file leaves on Monday
        send("lost.json", "E1105");
        awaitTransfers(EVENT, TransferState.ACCEPTED, 3);
        set("2026-04-12T23:00");
        assertThat(ledger().parts().waiting(SteppedClock.at("2026-04-12T23:00")))
                .isEmpty();
        set("2026-04-13T17:00");
        awaitTransfers(REGISTRATION, TransferState.DELIVERED, 2);
        assertThat(files()).hasSize(2);

        set("2026-04-16T00:00");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger().acknowledgements().lastChased(first.id()))
                        .isPresent());
        assertThat(get("/api/v1/late-deliveries?interchange=online-qualification.registration-result"))
                .contains("2026-04-15T23:59:59+09:00", "\"acknowledges\" : \"" + first.id() + '"')
                .contains("\"arrived\"");
        assertThat(get("/actuator/health/readiness"))
                .startsWith("{\"status\":\"UP\"")
                .contains("online-qualification.registration-result", "\"holidaysKnownUntil\"");
        assertThat(get("/actuator/prometheus"))
                .contains("gateway_late_deliveries{interchange=\"online-qualification.registration-result\"} 1.0");
        assertThat(ledger().verify().fault()).isNull();
    }

    private void send(String file, String id) throws IOException {
        String text = Files.readString(EXAMPLES.resolve(file)).replaceFirst("E110[0-9]", id);
        try (Queues queues =
                Queues.connect(broker, "core-system", temp.resolve("var/sandbox/keys/broker-core-system.password"))) {
            queues.send(EVENT, text);
        }
    }

    private List<Transfer> awaitTransfers(String interchange, TransferState state, int count) {
        return await(interchange + " is " + state)
                .atMost(PATIENCE)
                .until(
                        () -> ledger().transfers(new Ledger.Filter(interchange, null, null, 100)),
                        found -> found.size() == count && found.stream().allMatch(each -> each.state() == state));
    }

    private void set(String time) {
        gateway.getBean(SandboxClock.class).set(SteppedClock.at(time));
    }

    private Ledger ledger() {
        return gateway.getBean(Ledger.class);
    }

    /** Returns what lies at the intermediate server. */
    private List<Path> files() throws IOException {
        Path folder = temp.resolve("var/sandbox/counterparties/online-qualification/registration");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
