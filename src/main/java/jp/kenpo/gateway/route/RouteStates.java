package jp.kenpo.gateway.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the routes of a running gateway are, written by it for the commands that work beside it.
 *
 * <p>A gateway that was killed leaves its file behind; so the file names its process, and counts only while that very
 * process lives (same number and same start, because numbers are given again).
 */
public final class RouteStates {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** The kernel derives the start from the clock, which may be set in between. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    private final Path file;

    private RouteStates(Path file) {
        this.file = file;
    }

    /** Returns the states of the gateway that uses the data folder. */
    public static RouteStates in(Path dataDir) {
        return new RouteStates(dataDir.resolve("run").resolve("routes.json"));
    }

    /** What the file holds. */
    private record Written(long pid, @Nullable Instant processStarted, Map<String, String> routes) {}

    /**
     * Writes the state of every route by its id, under a temporary name and then at once.
     *
     * @throws UncheckedIOException if the folder can't be written
     */
    public void write(Map<String, String> states) {
        var self = ProcessHandle.current();
        try {
            var draft = file.resolveSibling(file.getFileName() + ".part");
            Files.createDirectories(draft.resolve("..").normalize());
            JSON.writeValue(draft.toFile(), new Written(self.pid(), startOf(self), states));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the states of the routes can't be written to " + file, e);
        }
    }

    /** Removes the file when the gateway stops. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the states of the routes can't be removed from " + file, e);
        }
    }

    /** Returns the state of every route by its id, or empty if no gateway runs. */
    public Optional<Map<String, String>> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            var written = JSON.readValue(file.toFile(), Written.class);
            return lives(written) ? Optional.of(written.routes()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the states of the routes can't be read from " + file, e);
        }
    }

    private static boolean lives(Written written) {
        var expected = written.processStarted();
        return ProcessHandle.of(written.pid())
                .filter(ProcessHandle::isAlive)
                .map(process -> {
                    var start = startOf(process);
                    return start == null
                            || expected == null
                            || Duration.between(start, expected).abs().compareTo(SAME_START) < 0;
                })
                .orElse(false);
    }

    private static @Nullable Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(null);
    }
}
