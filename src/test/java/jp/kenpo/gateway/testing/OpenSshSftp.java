package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * OpenSSH's own {@code sftp} in batch mode, logged in with a key of the sandbox and a host key that it knows already.
 *
 * @param program the program, from {@link Peers#sftp()}
 */
public record OpenSshSftp(Path program, int port, String user, Path key, Path knownHosts) {

    /** What became of a batch: the exit code, and all that was printed. */
    public record Ended(int exitCode, String output) {}

    /** Carries out the lines one after the other; the first that fails ends it, unless it begins with a hyphen. */
    public Ended batch(String... lines) {
        try {
            Process process = new ProcessBuilder(List.of(
                            program.toString(),
                            "-b",
                            "-",
                            "-F",
                            "none",
                            "-i",
                            key.toString(),
                            "-P",
                            Integer.toString(port),
                            "-o",
                            "BatchMode=yes",
                            "-o",
                            "IdentitiesOnly=yes",
                            "-o",
                            "StrictHostKeyChecking=yes",
                            "-o",
                            "GlobalKnownHostsFile=none",
                            "-o",
                            "UserKnownHostsFile=" + knownHosts,
                            user + "@127.0.0.1"))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(GatewayProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("sftp does not end:\n" + output);
            }
            return new Ended(process.exitValue(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
