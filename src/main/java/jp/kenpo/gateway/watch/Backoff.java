package jp.kenpo.gateway.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: doubled with each up to a limit, and of that between a half and the whole by
 * chance, so that those who failed together do not come back together. Thread-safe if the chance is.
 */
public final class Backoff {

    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator chance;

    /**
     * @param first pause after the first failure, before chance has its part
     * @param longest no pause is longer
     */
    public Backoff(Duration first, Duration longest, RandomGenerator chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    /** Returns the pause after so many failures in a row, from 1. */
    public Duration after(long failures) {
        long doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        long limit = longest.toMillis();
        // compared before it is doubled: a shift would run over
        long whole = first.toMillis() > limit >> doublings ? limit : first.toMillis() << doublings;
        return Duration.ofMillis(whole / 2 + chance.nextLong(whole / 2 + 1));
    }
}
