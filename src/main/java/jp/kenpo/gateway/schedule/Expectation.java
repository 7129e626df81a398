package jp.kenpo.gateway.schedule;

import java.time.Instant;

/**
 * One time at which something is expected.
 *
 * @param opens from then on an arrival counts for it
 * @param due until then it is in time
 * @param closes from then on an arrival counts for others first
 */
record Expectation(Instant opens, Instant due, Instant closes) {

    /** Returns whether an arrival is the one that is expected. */
    boolean takes(Instant arrival) {
        return mayTake(arrival) && arrival.isBefore(closes);
    }

    /** Returns whether an arrival that nobody else expects may be the one, late. */
    boolean mayTake(Instant arrival) {
        return !arrival.isBefore(opens);
    }
}
