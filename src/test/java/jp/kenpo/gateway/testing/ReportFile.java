package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What a test measured, line by line, as a file below {@code target/} that is begun anew with each run. */
public final class ReportFile {

    private final Path file;

    private ReportFile(Path file) {
        this.file = file;
    }

    /** Begins the report of a test. */
    public static ReportFile of(Class<?> test) throws IOException {
        Path file = Fork.folder().resolveSibling(test.getSimpleName() + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return new ReportFile(file);
    }

    /** Adds a line. */
    public void say(String format, Object... arguments) throws IOException {
        Files.writeString(file, String.format(Locale.ROOT, format, arguments) + "\n", StandardOpenOption.APPEND);
    }

    /** Returns where the lines stand. */
    @Override
    public String toString() {
        return file.toString();
    }
}
