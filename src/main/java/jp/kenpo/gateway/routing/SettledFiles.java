package jp.kenpo.gateway.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.intake.Place;

/**
 * Tells files that nobody writes any more from those that still grow: one counts as whole when its size and time were
 * the same at two looks that lie far enough apart. Nothing waits; the next poll looks again.
 */
final class SettledFiles {

    private static final int REMEMBERED = 10_000;

    private final long apartNanos;
    private final Map<String, Look> looks = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Look> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Look(String source, long nanos) {}

    /** @param apartMillis how long a file must not have changed */
    SettledFiles(long apartMillis) {
        this.apartNanos = TimeUnit.MILLISECONDS.toNanos(apartMillis);
    }

    /** Returns whether the file is as it was at an earlier look. */
    synchronized boolean isSettled(Place place) {
        long now = System.nanoTime();
        String source = String.valueOf(place.source());
        String file = place.party() + "|" + place.path();
        Look earlier = looks.get(file);
        if (earlier == null || !earlier.source().equals(source)) {
            looks.put(file, new Look(source, now));
            return false;
        }
        return now - earlier.nanos() >= apartNanos;
    }
}
