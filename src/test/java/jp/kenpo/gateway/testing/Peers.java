package jp.kenpo.gateway.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tests use and Maven can't bring: OpenSSH's programs, a browser, the shared sample files.
 *
 * <p>With the system property {@code peers=required} a test fails where its peer is absent. Otherwise it is skipped,
 * and {@code target/absent-peers.txt}, which the build prints last, says what was absent and which test needed it.
 */
public final class Peers {

    private static final Path SAMPLES = Path.of("..", "shared", "samples");
    private static final Path ABSENT = Path.of("target", "absent-peers.txt");

    private Peers() {}

    /** Returns a shared sample file, for example {@code receipts/11_RECODEINFO_MED.CSV}; empty where there is none. */
    public static Optional<Path> sample(String path) {
        Optional<Path> sample = Optional.of(SAMPLES.resolve(path)).filter(Files::isRegularFile);
        if (sample.isEmpty()) {
            absent("the shared sample " + path);
        }
        return sample;
    }

    /** Returns a shared sample file; without it the test is skipped. */
    public static Path neededSample(String path) {
        return sample(path).orElseGet(() -> abort("the shared sample " + path + " is absent"));
    }

    /** Returns OpenSSH's {@code sftp}; without it the test is skipped. */
    public static Path sftp() {
        return program("OpenSSH's sftp", List.of("sftp"));
    }

    /** Returns OpenSSH's {@code sshd}; without it the test is skipped. */
    public static Path sshd() {
        return program("OpenSSH's sshd", List.of("sshd"));
    }

    /** Returns lftp; without it the test is skipped. */
    public static Path lftp() {
        return program("lftp", List.of("lftp"));
    }

    /** Returns Chromium or what is sold as it; without it the test is skipped. */
    public static Path chromium() {
        return program("Chromium", List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));
    }

    /** Returns the program that Chromium is driven with; without it the test is skipped. */
    public static Path chromiumDriver() {
        return program("Chromium's driver", List.of("chromedriver"));
    }

    /** Skips a test that needs something which no installing brings: the build says that it was not tried. */
    public static void notPermitted(String what) {
        note(what + " is not permitted: not tried in " + test());
        abort(what + " is not permitted");
    }

    private static Path program(String name, List<String> files) {
        // servers stand where an ordinary user's path does not lead
        String places =
                System.getenv("PATH") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/usr/local/sbin";
        return Stream.of(places.split(File.pathSeparator))
                .flatMap(place -> files.stream().map(file -> Path.of(place, file)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toAbsolutePath)
                .orElseGet(() -> {
                    absent(name);
                    return abort(name + " is absent");
                });
    }

    private static void absent(String peer) {
        if (System.getProperty("peers", "optional").equals("required")) {
            throw new AssertionError(peer + " is absent, and peers=required");
        }
        note(peer + " is absent: not tried in " + test());
    }

    /** Several test processes may write; a line that stands there is not written again. */
    private static synchronized void note(String line) {
        try {
            Files.createDirectories(ABSENT.resolveSibling(""));
            if (!Files.exists(ABSENT) || !Files.readAllLines(ABSENT).contains(line)) {
                Files.writeString(
                        ABSENT,
                        line + System.lineSeparator(),
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("what is absent can't be noted", failed);
        }
    }

    private static String test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .filter(name -> name.endsWith("Test") || name.endsWith("IT"))
                        .findFirst())
                .orElse("a test");
    }
}
