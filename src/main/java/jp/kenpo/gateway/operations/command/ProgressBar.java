package jp.kenpo.gateway.operations.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Shows on one line of a terminal how much of a file is read and how long the rest will take. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final double MEGABYTE = 1_000_000;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final PrintWriter terminal;
    private final Texts texts;
    private final long total;
    private final Clock clock;
    private final Instant start;
    private Instant next;
    private int shown;

    /** @param total number of bytes of the file */
    ProgressBar(PrintWriter terminal, Texts texts, long total, Clock clock) {
        this.terminal = terminal;
        this.texts = texts;
        this.total = total;
        this.clock = clock;
        this.start = clock.instant();
        this.next = start.plus(PAUSE);
    }

    /** Tells how many bytes are read; drawn five times a second at most, and not at all where it is over before. */
    void at(long done) {
        Instant now = clock.instant();
        if (!now.isBefore(next) && total > 0) {
            next = now.plus(PAUSE);
            draw(line(Math.min(done, total), Duration.between(start, now)));
        }
    }

    private String line(long done, Duration elapsed) {
        int filled = (int) (WIDTH * done / total);
        long left = done == 0 ? 0 : (elapsed.toMillis() * (total - done) / done + 999) / 1000;
        return texts.text(
                "progress",
                "#".repeat(filled) + ".".repeat(WIDTH - filled),
                100 * done / total,
                "%.1f".formatted(done / MEGABYTE),
                "%.1f".formatted(total / MEGABYTE),
                left);
    }

    private void draw(String line) {
        int width = DisplayWidth.of(line);
        terminal.print("\r" + line + " ".repeat(Math.max(0, shown - width)));
        terminal.flush();
        shown = width;
    }

    /** Clears the line: what follows begins where it stood. */
    @Override
    public void close() {
        if (shown > 0) {
            terminal.print("\r" + " ".repeat(shown) + "\r");
            terminal.flush();
        }
    }
}
