package jp.kenpo.gateway.routing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import jp.kenpo.gateway.intake.Place;

/**
 * Tells files that nobody writes any more from those that still grow: one counts as whole when its size and time were
 * the same at two looks that lie far enough apart. Nothing waits; the next poll looks again.
 */
final class SettledFiles {

    private static final int REMEMBERED = 10_000;

    /** What was not met for so long is not there any more: a folder that fails is looked into every few minutes. */
    private static final long GONE_NANOS = TimeUnit.MINUTES.toNanos(20);

    private final long apartNanos;
    private final LongSupplier nanos;
    private final Map<String, Look> looks = new HashMap<>();

    private long tidied;

    private record Look(String source, long first, long last) {}

    /** @param apartMillis how long a file must not have changed */
    SettledFiles(long apartMillis) {
        this(apartMillis, System::nanoTime);
    }

    SettledFiles(long apartMillis, LongSupplier nanos) {
        this.apartNanos = TimeUnit.MILLISECONDS.toNanos(apartMillis);
        this.nanos = nanos;
        this.tidied = nanos.getAsLong() - apartNanos;
    }

    /** Returns whether the file is as it was at an earlier look. */
    synchronized boolean isSettled(Place place) {
        long now = nanos.getAsLong();
        String source = String.valueOf(place.source());
        String file = place.party() + "|" + place.path();
        Look earlier = looks.get(file);
        if (earlier == null && !hasRoom(now)) {
            // its turn comes when others were taken: nobody who is known already may be forgotten for it
            return false;
        }
        if (earlier == null || !earlier.source().equals(source)) {
            looks.put(file, new Look(source, now, now));
            return false;
        }
        looks.put(file, new Look(source, earlier.first(), now));
        return now - earlier.first() >= apartNanos;
    }

    private boolean hasRoom(long now) {
        // not for each file of a large folder: it goes through all that are remembered
        if (looks.size() >= REMEMBERED && now - tidied >= apartNanos) {
            tidied = now;
            looks.values().removeIf(each -> now - each.last() > GONE_NANOS);
        }
        return looks.size() < REMEMBERED;
    }
}
