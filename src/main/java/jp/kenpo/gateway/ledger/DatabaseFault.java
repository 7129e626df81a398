package jp.kenpo.gateway.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a fault of the database, by lack of room or of a connection for instance, from one of the work it was given. */
final class DatabaseFault {

    /** Classes of SQLSTATE: connection, resources, intervention of an operator, the system beneath. */
    private static final Set<String> AT_FAULT = Set.of("08", "53", "57", "58");

    /** A database that takes no entries: a standby, or one that its keeper has closed because its disk is full. */
    private static final String READ_ONLY = "25006";

    private DatabaseFault() {}

    /** Returns whether the database failed, and not the statement that it was given. */
    static boolean isIn(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLiteException file) {
                int primary = file.getResultCode().code & 0xff;
                return primary == SQLiteErrorCode.SQLITE_FULL.code || primary == SQLiteErrorCode.SQLITE_IOERR.code;
            }
            if (each instanceof SQLException server && server.getSQLState() != null) {
                return isFault(server.getSQLState());
            }
        }
        return false;
    }

    private static boolean isFault(String state) {
        return state.equals(READ_ONLY) || AT_FAULT.stream().anyMatch(state::startsWith);
    }
}
