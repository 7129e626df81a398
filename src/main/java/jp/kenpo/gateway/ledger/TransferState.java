package jp.kenpo.gateway.ledger;

import java.util.Locale;

/**
 * Where a transfer stands. What may follow what says {@link TransferEvent}.
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

    /** Returns whether no step may go on with it: a person must act, or has taken it back. */
    public boolean isStopped() {
        return waits() || this == REJECTED;
    }

    /** Returns whether nothing moves it any more. */
    public boolean ended() {
        return this == DELIVERED || this == ACCEPTED || this == DUPLICATE || this == REJECTED;
    }

    /** Returns whether a transfer may be recorded in this state. */
    boolean mayBegin() {
        return TransferEvent.anyBegins(this);
    }

    /** Returns whether some event moves a transfer here from another state. */
    boolean mayFollow(TransferState from) {
        return TransferEvent.anyMoves(from, this);
    }
}
