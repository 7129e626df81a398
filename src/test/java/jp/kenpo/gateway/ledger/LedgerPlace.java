package jp.kenpo.gateway.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A database for one test, and the ways around the ledger into it. */
interface LedgerPlace {

    /** Opens the database as one process would; each call is another process. */
    LedgerDatabase database();

    /** Opens the database as somebody with SQL in hand would. */
    Connection sql() throws SQLException;

    /** Returns a copy of what is in the database now. */
    LedgerPlace copy() throws SQLException, IOException;
}
