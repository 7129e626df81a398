package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sealed records of provisions and receipts, each beside its transfer. */
final class ProvisionTable {

    private final JdbcClient database;

    ProvisionTable(JdbcClient database) {
        this.database = database;
    }

    /** A record from before the transfer was decided anew gives way. */
    void put(TransferId transfer, String sealed) {
        database.sql("delete from provision where transfer = ?")
                .param(transfer.value())
                .update();
        database.sql("insert into provision (transfer, sealed) values (?, ?)")
                .params(transfer.value(), sealed)
                .update();
    }

    Optional<String> find(TransferId transfer) {
        return database.sql("select sealed from provision where transfer = ?")
                .param(transfer.value())
                .query(String.class)
                .optional();
    }

    /** Returns the transfers with a record that were delivered or accepted from a time on and before another. */
    List<TransferId> moved(Instant from, Instant before) {
        return database.sql("""
                        select p.transfer
                          from provision p
                          join entry e on e.transfer = p.transfer and e.kind in (?, ?)
                         where e.at >= ? and e.at < ?
                         group by p.transfer
                         order by min(e.number)
                        """)
                .params(EntryKind.DELIVERED.label(), EntryKind.ACCEPTED.label(), Micros.of(from), Micros.of(before))
                .query((rs, n) -> new TransferId(rs.getString(1)))
                .list();
    }
}
