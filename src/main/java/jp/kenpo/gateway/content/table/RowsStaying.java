package jp.kenpo.gateway.content.table;

import java.util.Set;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.RowFlag;

/** Decides row by row what does not leave, and counts it once: held back, else left out. */
final class RowsStaying {

    private final Set<RowFlag> staying;
    private long held;
    private long leftOut;

    /** @param staying flags of which a set one keeps its row from leaving */
    RowsStaying(Set<RowFlag> staying) {
        this.staying = staying;
    }

    /** Returns whether the row stays, and counts it. */
    boolean takes(RowFlags flags, Cells row) {
        if (staying.isEmpty()) {
            return false;
        }
        Set<RowFlag> set = flags.set(row);
        set.retainAll(staying);
        if (set.isEmpty()) {
            return false;
        } else if (set.contains(RowFlag.NON_DISCLOSURE)) {
            held++;
        } else {
            leftOut++;
        }
        return true;
    }

    Projected counted(Projected projected) {
        return new Projected(projected.records(), projected.left(), projected.removed(), held, leftOut);
    }
}
