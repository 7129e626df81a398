package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.Followed;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.counterparty.ArrivalPattern;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.intake.Onlooker;
import jp.kenpo.gateway.intake.Place;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.preparation.EarlyReading.Question;
import org.jspecify.annotations.Nullable;

/**
 * Reads large files while they are being kept, so that their check need not wait for the last byte to begin with the
 * first. A file is kept whatever is read of it. What was read stays in memory until the check asks for it; if it is gone
 * by then, the check reads the payload as ever. Thread-safe.
 */
public final class EarlyReadings implements Onlooker {

    /** Smaller files are read faster than two threads agree on it. */
    static final long LARGE = 4 * 1024 * 1024;

    /** So many are read or wait for their check, each with what a check finds. */
    private static final int MOST = 2;

    private final AgreedReading agreed;

    private final Set<EarlyReading> all = new HashSet<>();

    /** Those that wait for their check, by ticket, the oldest first. */
    private final Map<Ticket, EarlyReading> kept = new LinkedHashMap<>();

    public EarlyReadings(Layouts layouts, CounterpartyRegister counterparties, PayloadStore store, Ledger ledger) {
        this.agreed = new AgreedReading(layouts, counterparties, store, ledger);
    }

    @Override
    public Sight look(Interchange interchange, Place place) {
        return place.size() >= LARGE && isInPlace(interchange, place) ? read(interchange, place) : Sight.NOTHING;
    }

    /** What lies in the wrong place waits for a person, and is not checked. */
    private static boolean isInPlace(Interchange interchange, Place place) {
        return interchange.channel() instanceof FileArrival files
                && new ArrivalPattern(files.pattern()).match(place.path()).isPresent();
    }

    private Sight read(Interchange interchange, Place place) {
        var question = new Question(interchange.name(), place.path(), interchange.layout());
        var reading = new EarlyReading(this, question, in -> read(in, question));
        return begins(reading) ? reading : Sight.NOTHING;
    }

    /** Returns whether there is room for it; the one that waits longest for its check makes room. */
    synchronized boolean begins(EarlyReading reading) {
        if (all.size() == MOST) {
            kept.values().stream().findFirst().ifPresent(this::forget);
        }
        return all.size() < MOST && all.add(reading);
    }

    private ContentCheck.Read read(InputStream in, Question question) throws IOException {
        List<Followed> records = new ArrayList<>();
        return new ContentCheck.Read(
                agreed.read(in, question.interchange(), question.path(), question.layout(), records::add), records);
    }

    synchronized void keep(Ticket ticket, EarlyReading reading) {
        if (all.contains(reading)) {
            kept.put(ticket, reading);
        }
    }

    synchronized void forget(EarlyReading reading) {
        all.remove(reading);
        kept.values().remove(reading);
    }

    /**
     * Takes what was read of a transfer's payload while it was kept, when it is read to its end; empty if it was not read
     * with this layout, or could not be.
     */
    Optional<ContentCheck.Read> of(Transfer transfer, String layoutId) throws IOException {
        return of(transfer.ticket(), new Question(transfer.interchange(), transfer.sourcePath(), layoutId));
    }

    Optional<ContentCheck.Read> of(@Nullable Ticket ticket, Question question) throws IOException {
        Optional<EarlyReading> reading = take(ticket);
        return reading.isPresent() ? reading.get().outcome(question) : Optional.empty();
    }

    private synchronized Optional<EarlyReading> take(@Nullable Ticket ticket) {
        Optional<EarlyReading> reading = Optional.ofNullable(kept.get(ticket));
        reading.ifPresent(this::forget);
        return reading;
    }
}
