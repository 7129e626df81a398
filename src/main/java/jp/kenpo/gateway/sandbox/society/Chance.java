package jp.kenpo.gateway.sandbox.society;

import java.util.HexFormat;
import java.util.List;

/**
 * Chance that always falls the same way for the same seeds (SplitMix64), whatever the Java release.
 *
 * <p>Not thread-safe; not for keys.
 */
public final class Chance {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** Chance that depends on every one of the seeds and on their order. */
    public static Chance of(long... seeds) {
        long state = 0;
        for (long seed : seeds) {
            state = mixed(state + STEP + seed);
        }
        return new Chance(state);
    }

    /** A number from 0 to {@code bound} - 1. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number between two numbers, both included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True in the given share of cases. */
    public boolean inPercent(double percent) {
        return happens(percent / 100);
    }

    /**
     * True at the given rate.
     *
     * @param rate from 0, never, to 1, always
     */
    public boolean happens(double rate) {
        return (next() >>> 11) * 0x1.0p-53 < rate;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Hexadecimal digits, for values that are opaque to their reader. */
    public String hex(int length) {
        StringBuilder digits = new StringBuilder(length + 16);
        while (digits.length() < length) {
            digits.append(HexFormat.of().toHexDigits(next()));
        }
        return digits.substring(0, length);
    }

    private long next() {
        state += STEP;
        return mixed(state);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
