package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.kenpo.gateway.member.MyNumber;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;
import jp.kenpo.gateway.testing.LedgerFile;
import jp.kenpo.gateway.testing.OpenSshSftp;
import jp.kenpo.gateway.testing.Peers;
import jp.kenpo.gateway.testing.Sftp;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that others wrote: Qpid JMS over AMQP, Artemis's own program, lftp, OpenSSH's sftp. */
class ForeignClientsIT {

    private static final String EVENT = "core-system.member-event";
    private static final String RESULT = "core-system.registration-result";
    private static final String REGISTRATION = "online-qualification.registration";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static GatewayProcess gateway;

    @BeforeAll
    static void starts() {
        gateway = GatewaySetup.named("foreign-clients").start();
    }

    @AfterAll
    static void stops() throws IOException {
        gateway.close();
    }

    @Test
    void qpidTellsOfANewMemberAndReadsWhatBecameOfIt() throws Exception {
        var factory = new JmsConnectionFactory("amqp://127.0.0.1:" + gateway.amqpPort());
        try (JMSContext session = factory.createContext("core-system", password())) {
            session.createProducer().send(session.createQueue(EVENT), acquired("E9901", "9901"));
            String answered = register("E9901", "9901");

            try (JMSConsumer events = session.createConsumer(session.createQueue(RESULT))) {
                String event = events.receiveBody(String.class, GatewayProcess.PATIENCE.toMillis());
                assertThat(parentOf(event)).isEqualTo(answered);
            }
        }
    }

    @Test
    void theProgramOfArtemisTellsOfANewMemberAndReadsWhatBecameOfIt() throws Exception {
        artemis("producer", EVENT, "--message", acquired("E9902", "9902"));
        String answered = register("E9902", "9902");

        Path received = gateway.dataDir().resolveSibling("received.xml");
        artemis("consumer", RESULT, "--receive-timeout", "20000", "--data", received.toString());
        assertThat(Files.readString(received)).contains(answered);
    }

    @Test
    void lftpPlaysAnEmployer() throws Exception {
        String key = gateway.sandboxKey("employer-0002").toString();
        String ssh = "ssh -a -x -F none -o BatchMode=yes -o IdentitiesOnly=yes -o StrictHostKeyChecking=yes"
                + " -o GlobalKnownHostsFile=none -o UserKnownHostsFile=" + gateway.knownHosts() + " -i " + key;
        Path filing = Path.of("routes/employers/acquisition-filings.examples/accepted/filing.csv");

        Ended ended = run(
                List.of(),
                Peers.lftp().toString(),
                "--norc",
                "-c",
                "set sftp:connect-program \"" + ssh + "\"; set net:max-retries 1; open -u employer-0002,none"
                        + " sftp://127.0.0.1:" + gateway.sftpPort() + "; cd upload; mkdir -p acquisition-filings;"
                        + " put -O acquisition-filings " + filing.toAbsolutePath() + " -o KPFD0006_7.CSV");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(gateway.awaitTransfer("employers.acquisition-filings", "accepted", each -> each.path("party")
                                .asText()
                                .equals("employer-0002"))
                        .path("fileName")
                        .asText())
                .isEqualTo("KPFD0006_7.CSV");
    }

    @Test
    void sftpPlaysAnAssociation() {
        var association = new OpenSshSftp(
                Peers.sftp(), gateway.sftpPort(), "toshinkyo", gateway.sandboxKey("toshinkyo"), gateway.knownHosts());
        Path archive = Path.of("routes/toshinkyo/checkup-results.examples/accepted/archive.zip");

        var ended = association.batch(
                "-mkdir upload/checkup-results",
                "put " + archive.toAbsolutePath() + " upload/checkup-results/9910000034_06990014_202606200_1.zip");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        gateway.awaitTransfer("toshinkyo.checkup-results", "accepted", each -> true);
    }

    /** Lets the day end and the platform accept what was registered; returns the transfer that told the core system. */
    private static String register(String event, String number) throws IOException {
        String accepted = gateway.awaitTransfer(
                        EVENT, "accepted", each -> each.path("batches").isEmpty())
                .path("id")
                .asText();
        new LedgerFile(gateway.dataDir()).cutOff(REGISTRATION, Set.of(accepted), Instant.now());
        gateway.awaitTransfer(REGISTRATION, "delivered", each -> gateway.transfer(accepted)
                .path("batches")
                .toString()
                .contains(each.path("id").asText()));
        String results =
                "異動番号,版,保険者番号,記号,番号,枝番,結果,結果コード,突合結果\r\n" + event + ",1,06990014,101," + number + ",01,0,,\r\n";
        String name = "KEKKA_" + number + ".csv";
        try (Sftp platform = gateway.remote("online-qualification")) {
            platform.putUnderTemporaryName("registration-result/" + name, encoded(results));
        }
        return gateway.awaitTransfer(
                        "online-qualification.registration-result",
                        "accepted",
                        each -> each.path("fileName").asText().equals(name))
                .path("id")
                .asText();
    }

    /** The encoding is that of the example beside the route. */
    private static byte[] encoded(String text) throws IOException {
        byte[] example = Files.readAllBytes(
                Path.of("routes/online-qualification/registration-result.examples/accepted/results.csv"));
        boolean utf8 = new String(example, StandardCharsets.UTF_8).startsWith("異動番号");
        return text.getBytes(utf8 ? StandardCharsets.UTF_8 : java.nio.charset.Charset.forName("windows-31j"));
    }

    private static String acquired(String event, String number) throws IOException {
        String example = Files.readString(Path.of("routes/core-system/member-event.examples/accepted/event.json"));
        JsonNode data = JSON.readTree(example).path("data");
        return example.replace(data.path("異動番号").asText(), event)
                .replace("\"" + data.path("番号").asText() + "\"", "\"" + number + "\"")
                .replace(data.path("個人番号").asText(), myNumber("1234567" + number))
                .replace("\"" + JSON.readTree(example).path("id").asText() + "\"", "\"" + event + "\"");
    }

    private static String myNumber(String eleven) {
        return Stream.iterate(0, digit -> digit + 1)
                .limit(10)
                .map(digit -> eleven + digit)
                .filter(number -> MyNumber.countIn(number) == 1)
                .findFirst()
                .orElseThrow();
    }

    private static String parentOf(String event) throws IOException {
        return JSON.readTree(event).at("/data/parent").asText();
    }

    private static void artemis(String command, String queue, String... more) throws Exception {
        Path home;
        try (Stream<Path> versions = Files.list(Path.of("target/artemis"))) {
            home = versions.findFirst().orElseThrow().toAbsolutePath();
        }
        List<String> line = new ArrayList<>(List.of(
                "/bin/sh",
                home.resolve("bin/artemis").toString(),
                command,
                "--url",
                "tcp://127.0.0.1:" + gateway.brokerPort(),
                "--user",
                "core-system",
                "--password",
                password(),
                "--destination",
                "queue://" + queue,
                "--message-count",
                "1"));
        line.addAll(List.of(more));
        Ended ended = run(
                List.of("JAVA_HOME=" + System.getProperty("java.home"), "LC_ALL=C.UTF-8"), line.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    private static String password() throws IOException {
        return Files.readString(gateway.brokerPassword()).strip();
    }

    private record Ended(int exitCode, String output) {}

    private static Ended run(List<String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        environment.forEach(each -> builder.environment().put(each.split("=", 2)[0], each.split("=", 2)[1]));
        Process process = builder.start();
        process.getOutputStream().close();
        String output;
        try (InputStream out = process.getInputStream()) {
            output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (!process.waitFor(GatewayProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command[0] + " does not end:\n" + output);
        }
        return new Ended(process.exitValue(), output);
    }
}
