package jp.kenpo.gateway.content.table;

import jp.kenpo.gateway.member.MyNumber;

/**
 * The cells of one column that break no rule and hold no My Number, as a glance tells: those of half-width signs of the
 * right kinds and number, and those like one that was found right. Any other needs a look at each sign.
 */
final class PlainCells {

    private final int kindsOfType;
    private final int shortest;
    private final int longest;
    private final boolean empty;
    private int kinds;
    private long right;
    private int rightLength;

    PlainCells(Column column) {
        Limits limits = column.limits();
        kindsOfType = column.codes().isEmpty() ? column.type().plainKinds() : 0;
        shortest = limits.minLength();
        longest = Math.min(MyNumber.LENGTH - 1, Math.min(limits.maxLength(), limits.maxBytes()));
        empty = !column.required();
    }

    /** Returns whether the cell is one of them. */
    boolean include(Cell cell) {
        int length = cell.length();
        if (length == 0) {
            return empty && !cell.isUnread();
        } else if ((cell.kinds() & ~kinds) == 0) {
            return length >= shortest && length <= longest;
        }
        return length == rightLength && cell.isHalfWidth() && cell.packed(0, length) == right;
    }

    /**
     * Says that a cell was found right, as others of this text are. Until the first one all that are not empty are looked
     * at, and in a column for which this is never called always.
     */
    void add(Cell cell) {
        kinds = kindsOfType;
        if (cell.isHalfWidth() && cell.length() <= Long.BYTES) {
            rightLength = cell.length();
            right = cell.packed(0, rightLength);
        }
    }
}
