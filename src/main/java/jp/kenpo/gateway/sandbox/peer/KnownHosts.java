package jp.kenpo.gateway.sandbox.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;

/** The file {@code known_hosts}, in OpenSSH's format, by which clients recognise the sandbox's SFTP servers. */
public final class KnownHosts {

    private static final List<String> NAMES = List.of("127.0.0.1", "localhost");

    private final List<String> lines = new ArrayList<>();

    /** Adds a server on this machine, under each name that it can be reached by. */
    public KnownHosts add(int port, KeyPair hostKey) {
        for (String name : NAMES) {
            lines.add("[" + name + "]:" + port + " " + KeyFiles.publicLine(hostKey));
        }
        return this;
    }

    /**
     * Replaces the file at once, so that nobody reads half of it.
     *
     * @throws IOException if it can't be written
     */
    public void writeTo(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, lines);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
