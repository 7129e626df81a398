package jp.kenpo.gateway.ledger;

import java.util.Locale;

/**
 * Where a transfer stands. What may follow what is ours, drawn from the way of one file: nothing is delivered or
 * accepted that was not granted, and an end stays an end.
 *
 * <table>
 * <caption>Allowed moves; a step that is repeated after a crash moves to the state it is in</caption>
 * <tr><th>to</th><th>from</th></tr>
 * <tr><td>received, announced</td><td>the beginning; quarantined, refused, held (released or replayed)</td></tr>
 * <tr><td>composed</td><td>announced, composed</td></tr>
 * <tr><td>checked</td><td>received, announced, composed, checked</td></tr>
 * <tr><td>granted</td><td>announced, composed, checked; granted, minimised, delivering (decided again)</td></tr>
 * <tr><td>minimised</td><td>granted, minimised</td></tr>
 * <tr><td>delivering</td><td>granted, minimised, delivering</td></tr>
 * <tr><td>delivered</td><td>delivering</td></tr>
 * <tr><td>accepted</td><td>granted</td></tr>
 * <tr><td>duplicate</td><td>the beginning</td></tr>
 * <tr><td>quarantined, refused, held</td><td>the beginning; received up to delivering</td></tr>
 * <tr><td>rejected</td><td>the beginning; quarantined, refused, held</td></tr>
 * </table>
 */
public enum TransferState {
    /** Kept and recorded; inbound transfers begin here. */
    RECEIVED,
    /** Its parent was accepted and the interchange follows it; outbound transfers begin here. */
    ANNOUNCED,
    /** The file to send was made out of what the gateway holds. */
    COMPOSED,
    /** The content was read and is free of errors. */
    CHECKED,
    /** The purpose gate granted it. */
    GRANTED,
    /** Only the permitted fields remain. */
    MINIMISED,
    /** Recorded before the first byte moves. */
    DELIVERING,
    /** At the counterparty, confirmed. End. */
    DELIVERED,
    /** Inbound: checked, granted, announced to those who follow. End. */
    ACCEPTED,
    /** The same bytes came before. End. */
    DUPLICATE,
    /** Its content is wrong; waits for a person. */
    QUARANTINED,
    /** The gate refused it; waits for a person. */
    REFUSED,
    /** The world failed too often (connection, disk); waits for a person. */
    HELD,
    /** A person rejected it. End. */
    REJECTED;

    /** Returns the name as it stands in tables and JSON, for example {@code delivered}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a person must act. */
    public boolean waits() {
        return this == QUARANTINED || this == REFUSED || this == HELD;
    }

    /** Returns whether nothing moves it any more. */
    public boolean ended() {
        return this == DELIVERED || this == ACCEPTED || this == DUPLICATE || this == REJECTED;
    }

    /** Returns whether a transfer may be recorded in this state. */
    boolean mayBegin() {
        return switch (this) {
            case RECEIVED, ANNOUNCED, DUPLICATE, QUARANTINED, REFUSED, HELD, REJECTED -> true;
            case COMPOSED, CHECKED, GRANTED, MINIMISED, DELIVERING, DELIVERED, ACCEPTED -> false;
        };
    }

    /** Returns whether a transfer may move here from another state, by the table above. */
    boolean mayFollow(TransferState from) {
        return switch (this) {
            case RECEIVED, ANNOUNCED, REJECTED -> from.waits();
            case COMPOSED -> from == ANNOUNCED || from == COMPOSED;
            case CHECKED -> from == RECEIVED || from == ANNOUNCED || from == COMPOSED || from == CHECKED;
            case GRANTED -> from != RECEIVED && !from.waits() && !from.ended();
            case MINIMISED -> from == GRANTED || from == MINIMISED;
            case DELIVERING -> from == GRANTED || from == MINIMISED || from == DELIVERING;
            case DELIVERED -> from == DELIVERING;
            case ACCEPTED -> from == GRANTED;
            case DUPLICATE -> false;
            case QUARANTINED, REFUSED, HELD -> !from.waits() && !from.ended();
        };
    }
}
