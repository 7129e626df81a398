package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * OpenSSH's {@code sftp} program, as a measure of what a plain copy takes.
 *
 * @param port of the server on this machine
 * @param key private key of the user
 */
record OpenSsh(int port, String user, Path key, Path knownHosts) {

    private static final String PROGRAM = "sftp";

    /**
     * Gets a file and puts it on the same server under another name, where it stays.
     *
     * @return seconds; null if this machine has no such program
     * @throws IOException if the server did not give or take it
     */
    @Nullable
    Double getAndPut(String from, String to) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("gateway-bench");
        try {
            Path copy = scratch.resolve("copy");
            Path batch = Files.writeString(
                    scratch.resolve("batch"), "get \"%s\" \"%s\"\nput \"%s\" \"%s\"\n".formatted(from, copy, copy, to));
            long begun = System.nanoTime();
            if (!run(batch)) {
                return null;
            }
            return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    /** Returns false if there is no such program. */
    private boolean run(Path batch) throws IOException, InterruptedException {
        // nothing of the person who measures: neither settings nor keys nor hosts
        ProcessBuilder command = new ProcessBuilder(
                        PROGRAM,
                        "-q",
                        "-F",
                        "none",
                        "-o",
                        "IdentitiesOnly=yes",
                        "-o",
                        "StrictHostKeyChecking=yes",
                        "-o",
                        "UserKnownHostsFile=" + knownHosts.toAbsolutePath(),
                        "-i",
                        key.toAbsolutePath().toString(),
                        "-P",
                        Integer.toString(port),
                        "-b",
                        batch.toString(),
                        user + "@127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process sftp;
        try {
            sftp = command.start();
        } catch (IOException absent) {
            return false;
        }
        if (sftp.waitFor() != 0) {
            throw new IOException("OpenSSH's sftp ended with " + sftp.exitValue());
        }
        return true;
    }
}
