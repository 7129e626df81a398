package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.gateway.content.Followed;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.Onlooker;
import jp.kenpo.gateway.intake.Place;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;

/**
 * Reads large files while they are being kept, so that their check need not wait for the last byte to begin with the
 * first. A file is kept whatever is read of it. What was read stays in memory until the check asks for it; if it is gone
 * by then, the check reads the payload as ever. Thread-safe.
 */
public final class EarlyReadings implements Onlooker {

    /** Smaller files are read faster than two threads agree on it. */
    static final long LARGE = 4 * 1024 * 1024;

    /** So many are read, or wait for their check, at a time: each holds what a check finds. */
    private static final int MOST = 2;

    private final AgreedReading agreed;

    /** By ticket, the oldest first. */
    private final Map<Ticket, EarlyReading> kept = new LinkedHashMap<>();

    private int underWay;

    public EarlyReadings(Layouts layouts, CounterpartyRegister counterparties, PayloadStore store, Ledger ledger) {
        this.agreed = new AgreedReading(layouts, counterparties, store, ledger);
    }

    @Override
    public Sight look(Interchange interchange, Place place) {
        if (place.size() < LARGE || !begins()) {
            return Sight.NOTHING;
        }
        return new EarlyReading(this, interchange.layout(), in -> read(in, interchange, place));
    }

    private ContentCheck.Read read(InputStream in, Interchange interchange, Place place) throws IOException {
        List<Followed> records = new ArrayList<>();
        return new ContentCheck.Read(
                agreed.read(in, interchange.name(), place.path(), interchange.layout(), records::add), records);
    }

    private synchronized boolean begins() {
        if (underWay == MOST) {
            return false;
        }
        underWay++;
        return true;
    }

    synchronized void over() {
        underWay--;
    }

    synchronized void keep(Ticket ticket, EarlyReading reading) {
        kept.put(ticket, reading);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    synchronized void forget(EarlyReading reading) {
        kept.values().remove(reading);
    }

    /**
     * Takes what was read of a payload while it was kept, when it is read to its end; empty if it was not read with this
     * layout, or could not be.
     */
    Optional<ContentCheck.Read> of(Ticket ticket, String layoutId) throws IOException {
        EarlyReading reading;
        synchronized (this) {
            reading = kept.remove(ticket);
        }
        return reading == null ? Optional.empty() : reading.outcome(layoutId);
    }
}
