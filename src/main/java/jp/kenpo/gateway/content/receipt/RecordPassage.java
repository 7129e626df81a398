package jp.kenpo.gateway.content.receipt;

import java.util.Set;

/** Which items of one record may pass a projection. */
final class RecordPassage {

    private final RecordItems items;
    private final boolean[] passes;
    private final boolean declared;
    private final boolean open;
    private boolean any;
    private boolean all = true;

    RecordPassage(RecordItems items, LayoutFields layout, Set<String> permitted) {
        this.items = items;
        RecordId id = items.id();
        boolean record = layout.field(id).filter(permitted::contains).isPresent();
        declared = id != RecordId.UNKNOWN && (layout.field(id).isPresent() || layout.places(id).length > 0);
        open = items.isOpen() && record;
        any = open;
        passes = new boolean[items.fieldCount()];
        for (int place = 0; place < passes.length; place++) {
            boolean item = layout.field(id, place).filter(permitted::contains).isPresent();
            passes[place] = item || place <= Line.RECORD_ID;
            any |= item && place > Line.RECORD_ID;
            all &= passes[place];
        }
    }

    /** Returns whether the layout names the record at all. */
    boolean isDeclared() {
        return declared;
    }

    boolean passesNothing() {
        return !any;
    }

    /** Returns whether a line may pass as it is: every item permitted, and none beyond those that are known. */
    boolean passesWhole(Line line) {
        return all && any && (open || line.fieldCount() <= passes.length || items.isUnconfirmed());
    }

    /**
     * Returns whether items may be left out of a line one by one. Not if the line has another number of items than an
     * unconfirmed layout: then nobody knows which is which, and it passes as a whole or not at all.
     */
    boolean isDivisible(Line line) {
        boolean fewer = line.firstPlace() > 0 && line.fieldCount() < passes.length;
        return !items.isUnconfirmed() || open || fewer || line.fieldCount() == passes.length;
    }

    int places() {
        return passes.length;
    }

    boolean passes(int place) {
        return passes[place];
    }
}
