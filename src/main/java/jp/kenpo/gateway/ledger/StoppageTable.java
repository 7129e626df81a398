package jp.kenpo.gateway.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what stands still. */
final class StoppageTable {

    private final JdbcClient database;

    StoppageTable(JdbcClient database) {
        this.database = database;
    }

    /** @param queue where the tickets of the interchange go */
    void put(Stoppage stoppage, String queue) {
        database.sql("insert into stoppage (transfer, interchange, queue, since_at) values (?, ?, ?, ?)"
                        + " on conflict (transfer) do nothing")
                .params(stoppage.transfer().value(), stoppage.interchange(), queue, Micros.of(stoppage.since()))
                .update();
    }

    /** Removes what this transfer stopped, and returns the queue that stood still for it. */
    Optional<String> remove(TransferId transfer) {
        Optional<String> queue = database.sql("select queue from stoppage where transfer = ?")
                .param(transfer.value())
                .query((rs, n) -> rs.getString(1))
                .optional();
        if (queue.isPresent()) {
            database.sql("delete from stoppage where transfer = ?")
                    .param(transfer.value())
                    .update();
        }
        return queue;
    }

    boolean isStopped(String interchange) {
        return database.sql("select 1 from stoppage where interchange = ? limit 1")
                .param(interchange)
                .query((rs, n) -> true)
                .optional()
                .isPresent();
    }

    List<Stoppage> all() {
        return database.sql("select interchange, transfer, since_at from stoppage order by since_at, transfer")
                .query((rs, n) -> new Stoppage(
                        rs.getString("interchange"),
                        new TransferId(rs.getString("transfer")),
                        Micros.instant(rs.getLong("since_at"))))
                .list();
    }
}
