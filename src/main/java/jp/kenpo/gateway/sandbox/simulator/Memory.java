package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a simulated counterparty has done, by name, kept over a restart in a file with a name a line. */
final class Memory {

    private final Path file;
    private final Set<String> done;

    private Memory(Path file, Set<String> done) {
        this.file = file;
        this.done = done;
    }

    static Memory in(Path file) throws IOException {
        return new Memory(file, new LinkedHashSet<>(Files.exists(file) ? Files.readAllLines(file) : List.of()));
    }

    boolean holds(String name) {
        return done.contains(name);
    }

    void add(String name) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, List.of(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        done.add(name);
    }
}
