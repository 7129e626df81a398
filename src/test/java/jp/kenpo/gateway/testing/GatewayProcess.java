package jp.kenpo.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The gateway as people run it: the jar, in a process of its own, reached only from outside. */
public final class GatewayProcess implements AutoCloseable {

    /** How long anything may take that has to happen; the machine may be busy. */
    public static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final String STARTED = "kenpo-gateway started";
    private static final int SHOWN = 8_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GatewaySetup setup;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private int startedBefore;

    /** What became of a command: its exit code and what it printed. */
    public record Ended(int exitCode, String out, String err) {}

    GatewayProcess(GatewaySetup setup) {
        this.setup = setup;
    }

    /** Starts the process and returns when it says that it has started. */
    public void start() {
        startedBefore = starts();
        launch();
        Awaitility.await("the gateway's start")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !isAlive() || starts() > startedBefore);
        if (!isAlive()) {
            throw new AssertionError("the gateway ended while it was starting:\n" + endOfLog());
        }
    }

    /** Starts the process and returns at once. */
    public void begin() {
        startedBefore = starts();
        launch();
    }

    /** Lets the process run for so long, and returns whether it still does. */
    public boolean outlives(Duration time) {
        try {
            return process != null && !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts the process and returns when it has ended by itself, with its exit code and its log. */
    public Ended runToEnd() {
        Process launched = launch();
        try {
            if (!launched.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                throw new AssertionError("the gateway did not end:\n" + endOfLog());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Ended(launched.exitValue(), log(), "");
    }

    private Process launch() {
        List<String> command = java(setup.jvmOptions());
        command.addAll(setup.runArguments());
        try {
            Process launched = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            process = launched;
            // no test may leave a process behind, not even one that was broken off
            Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
            return launched;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                Path.of(System.getProperty("gateway.jar", "target/kenpo-gateway.jar"))
                        .toAbsolutePath()
                        .toString()));
        return command;
    }

    /** Ends the process with SIGKILL: nothing of it runs any more when this returns. */
    public void kill() {
        Process killed = process;
        if (killed != null) {
            killed.destroyForcibly();
            await(killed);
        }
    }

    /** Ends the process with SIGTERM, as an operator does. */
    public void stop() {
        Process stopped = process;
        if (stopped != null) {
            stopped.destroy();
            await(stopped);
        }
    }

    private static void await(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts a process that was killed or stopped again, in the same folder and on the same ports. */
    public void restart() {
        if (isAlive()) {
            stop();
        }
        start();
    }

    @Override
    public void close() {
        kill();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Returns the process id of the running process. */
    public long pid() {
        if (process == null) {
            throw new IllegalStateException("the gateway was never started");
        }
        return process.pid();
    }

    /** Carries out a command of the jar on this installation, in a process beside it. */
    public Ended command(String... arguments) {
        List<String> command = java(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        command.addAll(setup.place());
        try {
            Path err = Files.createTempFile(setup.folder(), "command", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process carriedOut = builder.start();
            String out = new String(carriedOut.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            await(carriedOut);
            return new Ended(carriedOut.exitValue(), out, Files.readString(err));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the transfers as the running gateway tells them over HTTP: quicker than the command. */
    public List<JsonNode> transfers() {
        return elements(get("/api/v1/transfers?limit=1000"));
    }

    /**
     * Returns the transfers that a query asks for; telling all costs the gateway more with each that there is.
     *
     * @param query such as {@code state=held&interchange=payer-fund.receipts}
     */
    public List<JsonNode> transfers(String query) {
        return elements(get("/api/v1/transfers?limit=1000&" + query));
    }

    /** Returns all that the running gateway tells about one transfer: entries, findings, chain. */
    public JsonNode transfer(String id) {
        return json(get("/api/v1/transfers/" + id));
    }

    /** Waits until a transfer on the interchange is in the state and fits, and returns it. */
    public JsonNode awaitTransfer(String interchange, String state, Predicate<JsonNode> fits) {
        return awaitTransfer(interchange, state, fits, PATIENCE);
    }

    /** Waits as long as this for a transfer on the interchange that is in the state and fits, and returns it. */
    public JsonNode awaitTransfer(String interchange, String state, Predicate<JsonNode> fits, Duration patience) {
        return Awaitility.await(interchange + " is " + state)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> transfers("interchange=" + interchange + "&state=" + state).stream()
                                .filter(fits)
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** Waits until the file of this hash is in the state on the interchange, and returns its transfer. */
    public JsonNode awaitTransfer(String interchange, String state, String sha256) {
        return awaitTransfer(
                interchange, state, each -> each.path("sha256").asText().equals(sha256));
    }

    /** Returns the body of a page or listing; fails unless the answer is 200. */
    public String get(String path) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + consolePort() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Returns the body of a page whatever its status; empty if nobody answers. */
    public String answer(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + consolePort() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException nobody) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<JsonNode> elements(String text) {
        return StreamSupport.stream(json(text).spliterator(), false).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns a client of the hosted server that is logged in as a counterparty: it sees upload/ and download/. */
    public Sftp sftp(String counterparty) {
        return Sftp.connect(sftpPort(), counterparty, sandboxKey(counterparty), knownHosts());
    }

    /** Returns a client of the payer fund's server; the test acts there as the payer fund does. */
    public Sftp payerFund() {
        return Sftp.connect(remoteSftpPort(), "payer-fund", sandboxKey("payer-fund"), knownHosts());
    }

    /** Returns a client of a remote counterparty's server; the test acts there as that counterparty does. */
    public Sftp remote(String counterparty) {
        return Sftp.connect(remoteSftpPort(), counterparty, sandboxKey(counterparty), knownHosts());
    }

    /** Returns whether the project's configuration says that the counterparty has a server of its own. */
    public static boolean isRemote(String counterparty) {
        Path file = Path.of("config/counterparties", counterparty + ".yaml");
        try {
            return Files.exists(file) && Files.readString(file).contains("\n  remote-sftp:");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the core system's connection to the broker. */
    public Queues queues() {
        return Queues.connect(brokerPort(), "core-system", brokerPassword());
    }

    /** Returns the private key of a party of the sandbox. */
    public Path sandboxKey(String party) {
        return dataDir().resolve("sandbox/keys").resolve(party);
    }

    public Path knownHosts() {
        return dataDir().resolve("sandbox/known_hosts");
    }

    /** Returns the disk of the simulated payer fund, in which {@code receipts/} and {@code re-examination/} lie. */
    public Path payerFundDisk() {
        return dataDir().resolve("sandbox/counterparties/payer-fund");
    }

    public Path dataDir() {
        return setup.dataDir();
    }

    public Path logFile() {
        return setup.folder().resolve("gateway.log");
    }

    /** Returns all that the process has logged since its first start. */
    public String log() {
        try {
            return Files.exists(logFile()) ? new String(Files.readAllBytes(logFile()), StandardCharsets.UTF_8) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int sftpPort() {
        return setup.sftpPort();
    }

    public int remoteSftpPort() {
        return setup.remotePort();
    }

    public int consolePort() {
        return setup.consolePort();
    }

    public int amqpPort() {
        return setup.amqpPort();
    }

    /** Returns the password file of the core system at the broker. */
    public Path brokerPassword() {
        return dataDir().resolve("sandbox/keys/broker-core-system.password");
    }

    public int brokerPort() {
        return setup.brokerPort();
    }

    private int starts() {
        return log().split(STARTED, -1).length - 1;
    }

    private String endOfLog() {
        String log = log();
        return log.substring(Math.max(0, log.length() - SHOWN));
    }
}
