package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Artemis as its own people ship it, in a process of its own, set up word for word as the operations page says. The
 * build unpacks it; it lies below the folder of the gateway that uses it.
 */
public final class ArtemisServer implements AutoCloseable {

    private static final Path PAGE = Path.of("src/docs/operations.md");
    private static final String PASSWORD = "made-up-for-this-test";

    private final Path home;
    private final Path instance;
    private final Path passwordFile;
    private final int port;
    private final Path data;
    private @Nullable Process process;

    /**
     * Sets a server up.
     *
     * @param data where it keeps its messages; null: in a folder of its own
     */
    ArtemisServer(GatewaySetup setup, String name, int port, @Nullable Path data, String... edits) throws IOException {
        this.home = unpacked();
        this.instance = setup.folder().resolve(name);
        this.passwordFile = setup.folder().resolve(name + ".password");
        this.port = port;
        this.data = data == null ? instance.resolve("data") : data;
        create();
        writeConfiguration(edits);
    }

    /**
     * Sets a server up and starts it.
     *
     * @param edits pairs of texts in {@code broker.xml}: what is replaced, and what by
     */
    public static ArtemisServer start(GatewaySetup setup, String... edits) {
        try {
            ArtemisServer made = new ArtemisServer(setup, "artemis", Ports.free(), null, edits);
            made.start();
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path unpacked() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("target/artemis"))) {
            return versions.findFirst().orElseThrow().toAbsolutePath();
        }
    }

    private void create() throws IOException {
        List<String> command = java();
        command.addAll(List.of(
                "create", instance.toString(), "--user", "gateway", "--password", PASSWORD, "--role", "gateway"));
        command.addAll(List.of("--require-login", "--no-web", "--no-autotune", "--silent"));
        Process created = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(created);
    }

    private void writeConfiguration(String... edits) throws IOException {
        String page = Files.readString(PAGE);
        String block = page.substring(page.indexOf("```xml\n") + 7);
        block = block.substring(0, block.indexOf("```"));
        String text = """
                <configuration xmlns="urn:activemq"><core xmlns="urn:activemq:core">
                <name>artemis</name>
                <journal-type>NIO</journal-type>
                <journal-buffer-timeout>100000</journal-buffer-timeout>
                <paging-directory>%1$s/paging</paging-directory>
                <bindings-directory>%1$s/bindings</bindings-directory>
                <journal-directory>%1$s/journal</journal-directory>
                <large-messages-directory>%1$s/large-messages</large-messages-directory>
                <max-disk-usage>-1</max-disk-usage>
                <acceptors><acceptor name="artemis">tcp://127.0.0.1:%2$d?protocols=CORE</acceptor></acceptors>
                %3$s</core></configuration>
                """.formatted(data, port, block);
        text = text.replace("</security-settings>", """
                <security-setting match="core-system.receipt-check-result">
                  <permission type="send" roles="gateway"/>
                  <permission type="createAddress" roles="gateway"/>
                  <permission type="createDurableQueue" roles="gateway"/>
                  <permission type="consume" roles="core-system"/>
                  <permission type="browse" roles="core-system,gateway"/>
                </security-setting>
                </security-settings>""");
        for (int each = 0; each < edits.length; each += 2) {
            if (!text.contains(edits[each])) {
                throw new IllegalArgumentException("the page does not set " + edits[each]);
            }
            text = text.replace(edits[each], edits[each + 1]);
        }
        Files.writeString(instance.resolve("etc/broker.xml"), text);
        Files.writeString(
                instance.resolve("etc/artemis-users.properties"),
                "gateway = %1$s\ncore-system = %1$s\n".formatted(PASSWORD));
        Files.writeString(
                instance.resolve("etc/artemis-roles.properties"), "gateway = gateway\ncore-system = core-system\n");
        Files.writeString(passwordFile, PASSWORD, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
    }

    private List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Dartemis.home=" + home,
                "-cp",
                home.resolve("lib/artemis-boot.jar").toString(),
                "org.apache.activemq.artemis.boot.Artemis"));
        return command;
    }

    /** Starts it, also anew, and returns when it takes connections. */
    public void start() throws IOException {
        Process started = begin();
        Awaitility.await("the broker's start")
                .atMost(GatewayProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !started.isAlive() || takesConnections());
        if (!started.isAlive()) {
            throw new AssertionError("the broker ended while it was starting, see " + instance.resolve("server.log"));
        }
    }

    /** Does what a server's supervisor does: starts it anew where it stopped by itself, as it may when its disk is full. */
    public void supervise() throws IOException {
        if (!takesConnections()) {
            kill();
            start();
        }
    }

    /** Starts it and returns at once; a backup takes no connections until it has to. */
    Process begin() throws IOException {
        List<String> command = java(
                "-Djava.security.auth.login.config=" + instance.resolve("etc/login.config"),
                "-Dartemis.instance=" + instance,
                "-Dartemis.instance.etc=" + instance.resolve("etc"),
                "-Ddata.dir=" + data,
                "-Djava.io.tmpdir=" + instance.resolve("tmp"));
        command.add("run");
        Process started = new ProcessBuilder(command)
                .directory(instance.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        instance.resolve("server.log").toFile()))
                .start();
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return started;
    }

    boolean takesConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it with SIGKILL. */
    public void kill() {
        Process killed = process;
        if (killed != null) {
            killed.destroyForcibly();
            await(killed);
        }
    }

    /** Lets it stand still, with everything it has open, or go on. */
    void standStill(boolean still) {
        try {
            await(new ProcessBuilder(
                            "kill",
                            still ? "-STOP" : "-CONT",
                            Long.toString(Objects.requireNonNull(process).pid()))
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void await(Process ending) {
        try {
            if (!ending.waitFor(GatewayProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Returns what a gateway needs to use it. */
    public String[] gatewayArguments() {
        return new String[] {
            "--gateway.broker.url=tcp://127.0.0.1:" + port, "--gateway.broker.password-file=" + passwordFile
        };
    }

    /** Logs in as the core system. */
    public Queues queues() {
        return Queues.connect(port, "core-system", passwordFile);
    }

    /** Logs in as the gateway, which may send and take everywhere. */
    public Queues everything() {
        return Queues.connect(port, "gateway", passwordFile);
    }

    /** Returns the folder in which the server keeps its messages. */
    public Path data() {
        return data;
    }

    /** Returns the port on which it takes connections. */
    public int port() {
        return port;
    }

    Path passwordFile() {
        return passwordFile;
    }

    @Override
    public void close() {
        kill();
    }
}
