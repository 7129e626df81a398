package jp.kenpo.gateway.content.table;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Flagged;
import jp.kenpo.gateway.content.RowFlag;

/** Counts the rows in which flags are set. */
final class FlagTally {

    private final Set<RowFlag> declared = EnumSet.noneOf(RowFlag.class);
    private long dependants;
    private long nonDisclosed;
    private long optedOut;
    private long either;

    void see(RowFlags flags, Cells row) {
        if (flags == RowFlags.NONE) {
            return;
        }
        declared.addAll(flags.declared());
        Set<RowFlag> set = flags.set(row);
        boolean hidden = set.contains(RowFlag.NON_DISCLOSURE);
        boolean out = set.contains(RowFlag.OPT_OUT);
        dependants += set.contains(RowFlag.PERSON) ? 1 : 0;
        nonDisclosed += hidden ? 1 : 0;
        optedOut += out ? 1 : 0;
        either += hidden || out ? 1 : 0;
    }

    /** Adds what was counted of the flags that the layout declares. */
    void addTo(Map<String, Long> counts) {
        if (declared.contains(RowFlag.PERSON)) {
            counts.put(Flagged.DEPENDANTS, dependants);
        }
        if (declared.contains(RowFlag.NON_DISCLOSURE)) {
            counts.put(Flagged.NON_DISCLOSED, nonDisclosed);
        }
        if (declared.contains(RowFlag.OPT_OUT)) {
            counts.put(Flagged.OPTED_OUT, optedOut);
        }
        if (declared.contains(RowFlag.NON_DISCLOSURE) && declared.contains(RowFlag.OPT_OUT)) {
            counts.put(Flagged.EITHER, either);
        }
    }
}
