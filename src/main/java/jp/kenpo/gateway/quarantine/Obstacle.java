package jp.kenpo.gateway.quarantine;

import java.util.Locale;

/** Why nothing was done with a transfer; spelled alike in JSON. */
public enum Obstacle {
    /** The ledger knows no such transfer. */
    UNKNOWN,
    /** It does not wait for a person. */
    NOT_WAITING,
    /** It is being delivered, and its file was about to get its name at the counterparty. */
    MAY_BE_THERE,
    /** It was moved by somebody else while this was decided. */
    MOVED_MEANWHILE,
    /** Its bytes were never kept: the arrival was refused, or the payload does not open. */
    NO_PAYLOAD,
    /** It lay in the wrong place, and still would: it is to be sent again to the right one. */
    MISPLACED,
    /** No route carries its interchange any more. */
    NO_ROUTE,
    /** Today's rules decide as before. */
    UNCHANGED,
    /** Today's rules refuse it again. */
    STILL_REFUSED,
    /** Only what is held in the middle of a delivery can have been delivered by hand. */
    NOT_IN_DELIVERY;

    /** Returns the word of JSON and messages, for example {@code not-waiting}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
