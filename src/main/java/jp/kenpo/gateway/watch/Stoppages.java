package jp.kenpo.gateway.watch;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which interchanges stand still because the records of a transfer do not add up (件数不一致). Nothing is taken in on them
 * until a person has moved that transfer. Thread-safe.
 */
public final class Stoppages {

    private static final Logger log = LoggerFactory.getLogger(Stoppages.class);

    /** An interchange that stands still, and the transfer that a person has to move. */
    public record Stopped(String interchange, String transfer, Instant since) {}

    private final Supplier<List<Stopped>> source;
    private volatile List<Stopped> last = List.of();

    /** @param source reads them from where they outlive a restart */
    public Stoppages(Supplier<List<Stopped>> source) {
        this.source = source;
    }

    /** Reads them, and says in the log what began and what ended. */
    public synchronized void look() {
        List<Stopped> before = last;
        List<Stopped> now = List.copyOf(source.get());
        last = now;
        now.stream()
                .filter(each -> !before.contains(each))
                .forEach(each -> log.error(
                        "{} stands still: the records of transfer {} do not add up. Look at it with show, then release or"
                                + " reject it",
                        each.interchange(),
                        each.transfer()));
        before.stream()
                .map(Stopped::interchange)
                .distinct()
                .filter(interchange -> !has(interchange))
                .forEach(interchange -> log.info("{} goes on", interchange));
    }

    /** Returns whether an interchange stood still at the last look. */
    public boolean has(String interchange) {
        return last.stream().anyMatch(each -> each.interchange().equals(interchange));
    }

    /** Returns those that stood still at the last look. */
    public List<Stopped> all() {
        return last;
    }
}
