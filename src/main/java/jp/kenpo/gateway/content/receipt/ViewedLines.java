package jp.kenpo.gateway.content.receipt;

import java.util.Arrays;

/**
 * Which lines of a receipt each view shows, by position in the receipt from 1. Used again for the next receipt.
 *
 * <p>Source: レセ電コード情報ファイル, 補正区分 1 adds the new line, 2 replaces, 3 deletes; 2 and 3 measured.
 */
final class ViewedLines {

    static final int ADD = 1;
    static final int REPLACE = 2;
    static final int DELETE = 3;

    /** 行番号 has five digits. */
    static final int MOST = 99_999;

    private static final byte BOTH = 0b11;

    /** By position: bit 0 for {@link ReceiptView#CLAIMED}, bit 1 for {@link ReceiptView#PAID}. */
    private byte[] shown = new byte[256];

    private int used;
    private boolean corrected;

    void begin() {
        Arrays.fill(shown, 0, used + 1, (byte) 0);
        used = 0;
        corrected = false;
    }

    /** Takes the next line of the receipt; positions beyond those that a receipt can have are shown by no view. */
    void line(int position, boolean claim) {
        if (position > MOST) {
            return;
        }
        if (position >= shown.length) {
            shown = Arrays.copyOf(shown, Math.min(MOST + 1, 2 * position));
        }
        shown[position] = claim ? BOTH : 0;
        used = position;
    }

    /**
     * Applies one correction whose lines exist.
     *
     * @param target position of the line that goes, 0 for none
     * @param added position of the line that comes, 0 for none
     */
    void correct(int target, int added) {
        corrected = true;
        shown[target] &= (byte) ~bit(ReceiptView.PAID);
        if (added > 0 && added <= used) {
            shown[added] |= bit(ReceiptView.PAID);
        }
    }

    /** Returns whether there was a correction. */
    boolean isCorrected() {
        return corrected;
    }

    boolean shows(ReceiptView view, int position) {
        return position <= used && (shown[position] & bit(view)) != 0;
    }

    private static byte bit(ReceiptView view) {
        return (byte) (1 << view.ordinal());
    }
}
