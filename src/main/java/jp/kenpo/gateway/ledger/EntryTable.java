package jp.kenpo.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the chain. There is no statement here that changes or removes one. */
final class EntryTable {

    private static final String SELECT = "select number, at, transfer, kind, state, details, mac from entry ";

    private final JdbcClient database;

    EntryTable(JdbcClient database) {
        this.database = database;
    }

    void append(EntryRow row) {
        database.sql("insert into entry (number, at, transfer, kind, state, details, mac) values (?, ?, ?, ?, ?, ?, ?)")
                .params(row.number(), row.at(), row.transfer(), row.kind(), row.state(), row.details(), row.mac())
                .update();
    }

    ChainEnd end() {
        return database.sql(SELECT + "order by number desc limit 1")
                .query(EntryTable::row)
                .optional()
                .map(EntryRow::asEnd)
                .orElse(ChainEnd.NONE);
    }

    Optional<EntryRow> find(long number) {
        return database.sql(SELECT + "where number = ?")
                .param(number)
                .query(EntryTable::row)
                .optional();
    }

    /** Returns the next entries after a number, in their order. */
    List<EntryRow> after(long number, int limit) {
        return database.sql(SELECT + "where number > ? order by number limit ?")
                .params(number, limit)
                .query(EntryTable::row)
                .list();
    }

    List<EntryRow> of(TransferId transfer) {
        return database.sql(SELECT + "where transfer = ? order by number")
                .param(transfer.value())
                .query(EntryTable::row)
                .list();
    }

    /** Returns the newest entry of one of the kinds that concerns no transfer; there are few of those. */
    Optional<EntryRow> newestOfNone(Collection<EntryKind> kinds) {
        return database.sql(SELECT + "where transfer is null and kind in (" + marks(kinds)
                        + ") order by number desc limit 1")
                .params(kinds.stream().map(EntryKind::label).toList())
                .query(EntryTable::row)
                .optional();
    }

    /** An entry and the seal of the one before it, which is null if there is none. */
    record Chained(EntryRow row, @Nullable String previousMac) {}

    /** Returns the newest entry of one of the kinds, with what its seal is to be verified against. */
    Optional<Chained> newest(TransferId transfer, Collection<EntryKind> kinds) {
        return database.sql("select number, at, transfer, kind, state, details, mac,"
                        + " (select p.mac from entry p where p.number = e.number - 1) as previous from entry e"
                        + " where transfer = ? and kind in (" + marks(kinds) + ") order by number desc limit 1")
                .param(transfer.value())
                .params(kinds.stream().map(EntryKind::label).toList())
                .query((rs, n) -> new Chained(row(rs, n), rs.getString("previous")))
                .optional();
    }

    private static String marks(Collection<EntryKind> kinds) {
        return String.join(", ", Collections.nCopies(kinds.size(), "?"));
    }

    /** A transfer whose row and entries contradict each other. */
    record Contradiction(String transfer, long number, String what) {}

    /** Looks for a transfer whose state is not the one its last entry says, in one look at the database. */
    Optional<Contradiction> contradiction() {
        return database.sql("""
                        select t.id, e.number, e.state
                          from transfer t
                          left join entry e on e.number = (select max(l.number) from entry l where l.transfer = t.id)
                         where e.state is null or e.state <> t.state
                         order by e.number, t.id limit 1
                        """)
                .query((rs, n) -> contradiction(rs.getString(1), rs.getLong(2)))
                .optional()
                .or(this::lostTransfer);
    }

    private static Contradiction contradiction(String transfer, long lastEntry) {
        return new Contradiction(
                transfer,
                lastEntry,
                lastEntry == 0
                        ? "the transfer is in no entry"
                        : "the state of the transfer is not the one its last entry says");
    }

    private Optional<Contradiction> lostTransfer() {
        return database.sql("""
                        select e.transfer, e.number
                          from entry e
                         where e.transfer is not null
                           and not exists (select 1 from transfer t where t.id = e.transfer)
                         order by e.number limit 1
                        """)
                .query((rs, n) -> new Contradiction(
                        rs.getString(1), rs.getLong(2), "the transfer that the entry tells of is gone"))
                .optional();
    }

    static EntryRow row(ResultSet rs, int index) throws SQLException {
        return new EntryRow(
                rs.getLong("number"),
                rs.getLong("at"),
                rs.getString("transfer"),
                rs.getString("kind"),
                rs.getString("state"),
                rs.getString("details"),
                rs.getString("mac"));
    }
}
