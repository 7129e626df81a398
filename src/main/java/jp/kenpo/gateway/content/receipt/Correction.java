package jp.kenpo.gateway.content.receipt;

/**
 * What a line {@code JY} (事由) says: which line goes, and which comes.
 *
 * <p>Source: レセ電コード情報ファイル, 補正区分 1 adds the new line, 2 replaces, 3 deletes; 2 and 3 measured.
 *
 * @param target position of the line meant; -1 if it says none
 * @param added position of the new line; -1 if it says none
 */
record Correction(int action, int target, int added) {

    private static final int ADD = 1;
    private static final int REPLACE = 2;
    private static final int DELETE = 3;

    static Correction of(Line line) {
        return new Correction(
                line.number(Places.JY_ACTION), line.number(Places.JY_TARGET), line.number(Places.JY_NEW_LINE));
    }

    private boolean adds() {
        return action == ADD || action == REPLACE;
    }

    private boolean removes() {
        return action == REPLACE || action == DELETE;
    }

    /** Returns whether the line that goes stands before the correction. */
    boolean hasTarget(int position) {
        return removes() ? isBefore(target, position) : adds();
    }

    /** Returns whether the new line stands before the correction, exactly if there has to be one. */
    boolean hasAdded(int position) {
        return adds() == isBefore(added, position);
    }

    private static boolean isBefore(int line, int position) {
        return line >= 1 && line < position;
    }

    /** Returns the position of the line that goes, 0 for none. */
    int goes() {
        return removes() ? target : 0;
    }

    /** Returns the position of the line that comes, 0 for none. */
    int comes() {
        return adds() ? added : 0;
    }
}
