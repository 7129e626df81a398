package jp.kenpo.gateway.sandbox.mistake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * Decides which receipts, documents and rows get a mistake, and of which kind: at most one each, so that no mistake
 * hides another.
 *
 * <p>One plan may serve several files, one after the other. The same seed decides the same way. Not thread-safe.
 */
public final class MistakePlan {

    private static final long SEED = 0x4D495354;

    private final Chance chance;
    private final double rate;
    private final Map<String, Long> used = new HashMap<>();
    private long left;
    private long candidates;

    private MistakePlan(long seed, double rate, long count, long candidates) {
        this.chance = Chance.of(seed, SEED);
        this.rate = rate;
        this.left = count;
        this.candidates = candidates;
    }

    /** No mistakes. */
    public static MistakePlan none() {
        return exactly(0, 0, 0);
    }

    /**
     * Mistakes in a share of all receipts, documents and rows.
     *
     * @param rate from 0 to 1
     * @throws IllegalArgumentException if the rate is none
     */
    public static MistakePlan atRate(double rate, long seed) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("the rate of mistakes is between 0 and 1, not " + rate);
        }
        return new MistakePlan(seed, rate, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * So many mistakes, spread over the first {@code among} receipts, documents and rows.
     *
     * @throws IllegalArgumentException if there are more mistakes than places for them
     */
    public static MistakePlan exactly(long count, long among, long seed) {
        if (count < 0 || count > among) {
            throw new IllegalArgumentException("there is no room for " + count + " mistakes in " + among
                    + " receipts, documents and rows, of which each has one at most");
        }
        return new MistakePlan(seed, -1, count, among);
    }

    /** Returns whether the next receipt, document or row gets a mistake; to be asked once for each. */
    public boolean next() {
        if (rate >= 0) {
            return chance.happens(rate);
        }
        if (left == 0) {
            return false;
        }
        boolean chosen = chance.happens((double) left / candidates);
        candidates--;
        left -= chosen ? 1 : 0;
        return chosen;
    }

    /**
     * Returns the kind that was chosen least so far, the first of several, and counts it as chosen: so every kind
     * occurs soon.
     *
     * @param fitting the kinds that this receipt, document or row can have, at least one
     */
    public <K extends MistakeKind> K choose(List<K> fitting) {
        K rarest = fitting.get(0);
        for (K kind : fitting) {
            rarest = times(kind) < times(rarest) ? kind : rarest;
        }
        used.merge(rarest.id(), 1L, Long::sum);
        return rarest;
    }

    /** Chance for the details of a mistake. */
    public Chance chance() {
        return chance;
    }

    private long times(MistakeKind kind) {
        return used.getOrDefault(kind.id(), 0L);
    }
}
