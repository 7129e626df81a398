package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a gateway process is to be started: in a fresh folder {@code target/it<fork>/<name>}, on free ports, with the
 * project's own configuration and routes unless others are given. Each method changes this setup and returns it.
 */
public final class GatewaySetup {

    private final Path folder;
    private final List<String> jvm = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final int sftpPort = Ports.free();
    private final int corePort = Ports.free();
    private final int amqpPort = Ports.free();
    private final int consolePort = Ports.free();
    private int remotePort = Ports.free();
    private boolean sandbox = true;
    private boolean fast = true;
    private Path config = Path.of("config").toAbsolutePath();
    private Path routes = Path.of("routes").toAbsolutePath();

    private GatewaySetup(String name) {
        this.folder = Fork.folder().resolve(name);
        clear(folder);
    }

    /** Begins with the sandbox, whose simulators keep still, and an empty folder of this name. */
    public static GatewaySetup named(String name) {
        return new GatewaySetup(name);
    }

    /** Adds arguments of the gateway, for example {@code --gateway.broker.max-attempts=3}; a later one wins. */
    public GatewaySetup with(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    /** Adds options of the Java machine, for example {@code -Xmx128m}; a later one wins. */
    public GatewaySetup jvm(String... more) {
        jvm.addAll(List.of(more));
        return this;
    }

    /** Takes another folder instead of the project's {@code config/}. */
    public GatewaySetup config(Path other) {
        config = other.toAbsolutePath();
        return this;
    }

    /** Takes another folder instead of the project's {@code routes/}. */
    public GatewaySetup routes(Path other) {
        routes = other.toAbsolutePath();
        return this;
    }

    /** Leaves out all of the project's interchanges but these: the gateway starts in a fraction of the time. */
    public GatewaySetup only(Set<String> interchanges) {
        SmallConfiguration small = SmallConfiguration.in(folder, interchanges);
        return config(small.config()).routes(small.routes());
    }

    /** Leaves the Java machine's compiler and collector as they are: slower to start, ten times faster with bytes. */
    public GatewaySetup fullSpeed() {
        fast = false;
        return this;
    }

    /** Lets the test play the payer fund's server; the sandbox profile is off then. */
    public GatewaySetup remote(RemotePeer peer) {
        sandbox = false;
        remotePort = peer.port();
        return with(peer.gatewayArguments().toArray(String[]::new));
    }

    /** Starts the process and returns when it says that it has started. */
    public GatewayProcess start() {
        GatewayProcess process = new GatewayProcess(this);
        process.start();
        return process;
    }

    /** Returns the process before its first start. */
    public GatewayProcess unstarted() {
        return new GatewayProcess(this);
    }

    /** Returns the folder of this gateway, which holds its data folder and its log. */
    public Path folder() {
        return folder;
    }

    /** Returns the data folder. */
    public Path dataDir() {
        return folder.resolve("var");
    }

    int sftpPort() {
        return sftpPort;
    }

    int brokerPort() {
        return corePort;
    }

    int amqpPort() {
        return amqpPort;
    }

    int consolePort() {
        return consolePort;
    }

    int remotePort() {
        return remotePort;
    }

    List<String> jvmOptions() {
        List<String> options = new ArrayList<>(List.of("-Xmx256m"));
        if (fast) {
            options.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        }
        options.addAll(jvm);
        return options;
    }

    /** What process and commands share: where the installation lies. */
    List<String> place() {
        List<String> place = new ArrayList<>(List.of(
                "--gateway.config-dir=" + config, "--gateway.routes-dir=" + routes, "--gateway.data-dir=" + dataDir()));
        arguments.stream().filter(each -> each.startsWith("--gateway.")).forEach(place::add);
        return lastOfEach(place);
    }

    List<String> runArguments() {
        List<String> all = new ArrayList<>(List.of(
                "--gateway.config-dir=" + config,
                "--gateway.routes-dir=" + routes,
                "--gateway.data-dir=" + dataDir(),
                "--gateway.sftp.port=" + sftpPort,
                "--gateway.broker.core-port=" + corePort,
                "--gateway.broker.amqp-port=" + amqpPort,
                "--server.port=" + consolePort,
                "--gateway.polling.remote-millis=500",
                "--gateway.polling.hosted-millis=200",
                "--gateway.polling.settled-millis=200",
                "--gateway.broker.redelivery-millis=200"));
        if (sandbox) {
            all.addAll(List.of(
                    "--spring.profiles.active=sandbox",
                    "--sandbox.simulators=false",
                    "--sandbox.remote-port=" + remotePort,
                    "--sandbox.broker-url=tcp://127.0.0.1:" + corePort));
        }
        all.addAll(arguments);
        return lastOfEach(all);
    }

    /** Spring would make a list of the values of a property that is given twice. */
    private static List<String> lastOfEach(List<String> arguments) {
        Map<String, String> byName = new LinkedHashMap<>();
        arguments.forEach(each -> byName.put(each.replaceFirst("=.*", ""), each));
        return List.copyOf(byName.values());
    }

    /** Removes the folder with all that is in it; for what is too large to be left behind. */
    public void remove() {
        try {
            delete(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void clear(Path folder) {
        try {
            delete(folder);
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
