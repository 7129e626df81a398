package jp.kenpo.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jp.kenpo.gateway.purpose.Direction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts transfers and finds the last entries of one kind, over a time. */
final class TallyTable {

    // The id of a transfer is never of an earlier time than its arrival: with it, older transfers are not gone through.

    static final String BETWEEN = """
            select interchange, direction, state, count(*) as transfers, sum(records) as records
              from transfer
             where id >= ? and received_at >= ? and received_at < ?
             group by interchange, direction, state
             order by interchange, state
            """;

    static final String LAST_OF = """
            select e.number, e.at, e.transfer, e.kind, e.state, e.details, e.mac
              from entry e
             where e.number in (select max(l.number)
                                  from entry l
                                  join transfer t on t.id = l.transfer
                                 where l.kind = ? and l.transfer >= ? and t.id >= ?
                                   and t.received_at >= ? and t.received_at < ?
                                 group by l.transfer)
             order by e.number
            """;

    private final JdbcClient database;

    TallyTable(JdbcClient database) {
        this.database = database;
    }

    List<Tally> between(Instant from, Instant until) {
        return database.sql(BETWEEN)
                .params(TransferIds.lowest(from), Micros.of(from), Micros.of(until))
                .query(TallyTable::tally)
                .list();
    }

    /** Returns for each transfer that was received in that time its last entry of the kind. */
    List<EntryRow> lastOf(EntryKind kind, Instant from, Instant until) {
        String lowest = TransferIds.lowest(from);
        return database.sql(LAST_OF)
                .params(kind.label(), lowest, lowest, Micros.of(from), Micros.of(until))
                .query(EntryTable::row)
                .list();
    }

    private static Tally tally(ResultSet rs, int index) throws SQLException {
        return new Tally(
                rs.getString("interchange"),
                Direction.valueOf(rs.getString("direction").toUpperCase(Locale.ROOT)),
                TransferState.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                rs.getLong("transfers"),
                rs.getLong("records"));
    }
}
