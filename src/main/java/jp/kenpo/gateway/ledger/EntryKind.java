package jp.kenpo.gateway.ledger;

import java.util.Locale;

/** What an entry tells. */
public enum EntryKind {
    RECEIVED,
    DUPLICATE,
    /** An arrival that was not taken in: a symlink, a directory in place of a file, a name that is none. */
    ARRIVAL_REFUSED,
    CHECKED,
    QUARANTINED,
    COMPOSED,
    GRANTED,
    REFUSED,
    MINIMISED,
    ANNOUNCED,
    ACCEPTED,
    /** An accepted transfer went into a batch (日次まとめ). */
    COLLECTED,
    /** A batch was made of what had been collected until its cut-off. */
    BATCHED,
    DELIVERY_STARTED,
    DELIVERED,
    /** The counterparty confirmed what was delivered (受領確認), by a transfer of its own. */
    ACKNOWLEDGED,
    /** What was to confirm a delivery confirms none that the ledger knows. */
    ACKNOWLEDGES_NOTHING,
    /** A step failed and will be tried again. */
    FAILED,
    HELD,
    REJECTED,
    /** A person let it go on (解除): everything is decided anew from the kept payload. */
    RELEASED,
    /** A person had it decided anew with today's rules (再送); what differs from before stands in it. */
    REPLAYED,
    /** The party that sent the file was given the error report about it. */
    ERROR_REPORTED,
    /** The error report could not be put where the party finds it; it is tried again. */
    ERROR_REPORT_FAILED,
    /** What was due on an interchange did not come, or not all of it; or a delivery is not acknowledged yet. */
    LATE,
    /** Who sent the inquiry was verified (相手先確認), so that an answer may leave. */
    INQUIRER_VERIFIED,
    /** What the law asks to record about a provision or a receipt was written down and sealed. */
    PROVISION_RECORDED,
    /** The data folder was restored from a backup: what happened after that is not in this ledger. */
    RESTORED,
    /** A person found out what happened between backup and restore: deliveries need no look any more. */
    RESTORE_SETTLED,
    /** The gateway started with this configuration. */
    STARTED;

    /** Returns the name as it stands in tables and JSON, for example {@code delivery-started}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
