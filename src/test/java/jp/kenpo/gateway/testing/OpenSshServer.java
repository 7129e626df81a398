package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** OpenSSH's own server with SFTP and nothing else, whose only account is that of whoever runs the test. */
public final class OpenSshServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Where it locks itself in when an administrator runs it; packages make it with their service only. */
    private static final Path JAIL = Path.of("/run/sshd");

    private final Process process;
    private final int port;

    private OpenSshServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it; returns when it listens.
     *
     * @param program the program, from {@link Peers#sshd()}
     * @param folder holds its settings and its log
     * @param hostKey private key in OpenSSH's form
     * @param userKeys public keys that may log in, in OpenSSH's form
     * @param home where a client is when it has logged in
     */
    public static OpenSshServer start(Path program, Path folder, Path hostKey, Path userKeys, Path home)
            throws IOException {
        int port = Ports.free();
        if (user().equals("root")) {
            Files.createDirectories(JAIL);
        }
        Path settings = Files.write(
                folder.resolve("sshd_config"),
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + hostKey,
                        "AuthorizedKeysFile " + userKeys,
                        "PermitRootLogin prohibit-password",
                        "PasswordAuthentication no",
                        "StrictModes no",
                        "PidFile none",
                        "Subsystem sftp internal-sftp -d " + home));
        Process process = new ProcessBuilder(program.toString(), "-D", "-e", "-f", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        OpenSshServer server = new OpenSshServer(process, port);
        Awaitility.await("sshd listens").atMost(PATIENCE).until(server::listens);
        return server;
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new AssertionError("sshd ended with " + process.exitValue());
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** Returns the name of its account. */
    public static String user() {
        return System.getProperty("user.name");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
