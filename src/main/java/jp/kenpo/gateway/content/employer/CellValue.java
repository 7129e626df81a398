package jp.kenpo.gateway.content.employer;

/**
 * What was read of one cell.
 *
 * @param text the value in the one form that the gateway writes; empty unless {@link State#READ} or
 *     {@link State#NOT_DONE}
 */
record CellValue(State state, String text) {

    enum State {
        /** Empty, or not in the file. */
        BLANK,
        READ,
        /** The cell says that there is no value: 未実施, キャンセル. */
        NOT_DONE,
        /** Said in a finding of severity error. */
        UNREADABLE
    }

    static final CellValue BLANK = new CellValue(State.BLANK, "");
    static final CellValue UNREADABLE = new CellValue(State.UNREADABLE, "");

    static CellValue of(String text) {
        return new CellValue(State.READ, text);
    }

    boolean isRead() {
        return state == State.READ;
    }

    @Override
    public String toString() {
        return "CellValue[" + state + "]";
    }
}
