package jp.kenpo.gateway.operations;

import java.nio.file.Path;
import java.util.Locale;

/** A backup was not made, or not restored; nothing was changed. */
public final class CopyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient Path where;

    CopyRefusedException(Reason reason, Path where) {
        super(reason.label() + ": " + where);
        this.reason = reason;
        this.where = where;
    }

    /** Why. */
    public enum Reason {
        /** The ledger lies in PostgreSQL, which has tools of its own. */
        POSTGRESQL,
        /** The ledger lies in the data folder, and not in PostgreSQL. */
        EMBEDDED,
        /** The database holds no entry. */
        EMPTY_LEDGER,
        /** The folder to write to is not empty. */
        NOT_EMPTY,
        /** The folder to write to lies in the data folder, or the other way round. */
        IN_DATA_FOLDER,
        /** The keys would lie beside what they open. */
        KEYS_BESIDE,
        /** There is no whole backup. */
        NO_BACKUP,
        /** Something of the backup is missing or was changed. */
        DAMAGED,
        /** The data folder holds a ledger, payloads or a restore that broke off. */
        DATA_FOLDER_IN_USE,
        /** The keys are neither in the data folder nor named. */
        NO_KEYS;

        /** Returns the reason as it stands in keys of messages. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the folder or file that it is about. */
    public Path where() {
        return where;
    }
}
