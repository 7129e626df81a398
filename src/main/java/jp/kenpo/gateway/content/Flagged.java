package jp.kenpo.gateway.content;

import java.util.Map;
import java.util.Set;

/**
 * What a reading counted about the flags of its rows.
 *
 * @param known the flags that the layout declares: of the others nothing can be said
 * @param dependants rows of members who are not insured persons
 * @param nonDisclosed rows under non-disclosure (不開示)
 * @param optedOut rows of members who opted out (提供停止)
 * @param either rows with at least one of the last two
 */
public record Flagged(Set<RowFlag> known, long dependants, long nonDisclosed, long optedOut, long either) {

    /** Names of the counts of a {@link Reading}; a count is there when the layout declares its flag. */
    public static final String DEPENDANTS = "dependants";

    public static final String NON_DISCLOSED = "nonDisclosed";
    public static final String OPTED_OUT = "optedOut";
    public static final String EITHER = "nonDisclosedOrOptedOut";

    /** Nothing is known. */
    public static final Flagged UNKNOWN = new Flagged(Set.of(), 0, 0, 0, 0);

    public Flagged {
        known = Set.copyOf(known);
    }

    /**
     * Returns what the counts of a reading say.
     *
     * @param known the flags that the layout declares
     */
    public static Flagged of(Set<RowFlag> known, Map<String, ? extends Number> counts) {
        long hidden = count(counts, NON_DISCLOSED);
        long out = count(counts, OPTED_OUT);
        long both = counts.containsKey(EITHER) ? count(counts, EITHER) : hidden + out;
        return new Flagged(known, count(counts, DEPENDANTS), hidden, out, both);
    }

    private static long count(Map<String, ? extends Number> counts, String name) {
        Number count = counts.get(name);
        return count == null ? 0 : count.longValue();
    }

    /** Returns the number of rows that do not go when rows with one of the flags stay. */
    public long staying(Set<RowFlag> flags) {
        boolean hidden = flags.contains(RowFlag.NON_DISCLOSURE);
        boolean out = flags.contains(RowFlag.OPT_OUT);
        return hidden && out ? either : hidden ? nonDisclosed : out ? optedOut : 0;
    }
}
