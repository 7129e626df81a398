package jp.kenpo.gateway.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outgoing messages (transactional outbox) and the findings of checks. */
final class MessageTable {

    private static final long SKIPPED = 1L << 32;

    private final JdbcClient database;

    MessageTable(JdbcClient database) {
        this.database = database;
    }

    void announce(String queue, TransferId transfer, @Nullable String body) {
        long id = database.sql("update outgoing_number set last = last + 1 returning last")
                .query(Long.class)
                .single();
        database.sql("insert into outgoing (id, queue, transfer, body) values (?, ?, ?, ?)")
                .params(id, queue, transfer.value(), body)
                .update();
    }

    void skipNumbers() {
        database.sql("update outgoing_number set last = last + ?")
                .param(SKIPPED)
                .update();
    }

    List<Ledger.Outgoing> outgoing(int limit) {
        return database.sql("select id, queue, transfer, body from outgoing order by id limit ?")
                .param(limit)
                .query((rs, n) -> new Ledger.Outgoing(
                        rs.getLong(1), rs.getString(2), new TransferId(rs.getString(3)), rs.getString(4)))
                .list();
    }

    void sent(List<Long> messages) {
        for (Long message : messages) {
            database.sql("delete from outgoing where id = ?").param(message).update();
        }
    }

    void findings(TransferId transfer, List<String> json) {
        database.sql("delete from finding where transfer = ?")
                .param(transfer.value())
                .update();
        for (int position = 0; position < json.size(); position++) {
            database.sql("insert into finding (transfer, position, finding) values (?, ?, ?)")
                    .params(transfer.value(), position, json.get(position))
                    .update();
        }
    }

    List<String> findingsOf(TransferId transfer) {
        return database.sql("select finding from finding where transfer = ? order by position")
                .param(transfer.value())
                .query((rs, n) -> rs.getString(1))
                .list();
    }
}
