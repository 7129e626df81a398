package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The disk of a party that has a server of its own, to which the gateway logs in. */
final class RemoteDisk implements Home {

    private final Path disk;

    RemoteDisk(Path disk) {
        this.disk = disk;
    }

    @Override
    public List<String> ready(String folder) throws IOException {
        Path place = disk.resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Copied only: the gateway compares the size after its delivery, so a file that moved would look undelivered. */
    @Override
    public void fetch(String folder, String name, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(disk.resolve(folder).resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void leave(String path, byte[] content, boolean marker) throws IOException {
        Path target = disk.resolve(path);
        Files.createDirectories(target.resolveSibling(""));
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (marker) {
            Files.write(target.resolveSibling(target.getFileName() + ".done"), new byte[0]);
        }
    }

    @Override
    public void close() {
        // nothing is open
    }
}
