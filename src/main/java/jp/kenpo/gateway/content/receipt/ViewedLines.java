package jp.kenpo.gateway.content.receipt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which lines of a receipt each view shows, by position in the receipt from 1. Used again for the next receipt. */
final class ViewedLines {

    /** 行番号 has five digits. */
    static final int MOST = 99_999;

    private static final byte BOTH = 0b11;

    /** By position: bit 0 for {@link ReceiptView#CLAIMED}, bit 1 for {@link ReceiptView#PAID}. */
    private byte[] shown = new byte[256];

    /** By position: the place in the order of a view, that of the line replaced or its own. */
    private int[] places = new int[256];

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
            places = Arrays.copyOf(places, shown.length);
        }
        places[position] = position;
        shown[position] = claim ? BOTH : 0;
        used = position;
    }

    /** Applies one correction whose lines exist. */
    void correct(Correction correction) {
        corrected = true;
        int goes = correction.goes();
        int comes = correction.comes();
        if (goes <= used) {
            shown[goes] &= (byte) ~bit(ReceiptView.PAID);
        }
        if (comes > 0 && comes <= used) {
            shown[comes] |= bit(ReceiptView.PAID);
            places[comes] = goes > 0 ? places[goes] : comes;
        }
    }

    /** Returns the positions that a view shows; a line that replaces another stands in its place. */
    int[] positions(ReceiptView view) {
        return IntStream.rangeClosed(1, used)
                .filter(position -> shows(view, position))
                .boxed()
                .sorted(Comparator.comparingInt(position -> view == ReceiptView.PAID ? places[position] : position))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns whether there was a correction. */
    boolean isCorrected() {
        return corrected;
    }

    boolean shows(ReceiptView view, int position) {
        return position <= used && (shown[position] & bit(view)) != 0;
    }

    private static byte bit(ReceiptView view) {
        return (byte) (view == ReceiptView.CLAIMED ? 1 : 2);
    }
}
