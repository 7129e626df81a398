package jp.kenpo.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what is tried again. */
final class AttemptTable {

    private static final String SELECT = "select transfer, queue, failures, since_at, next_at from attempt ";

    private final JdbcClient database;

    AttemptTable(JdbcClient database) {
        this.database = database;
    }

    void put(Attempt attempt) {
        Instant next = attempt.next();
        database.sql("insert into attempt (transfer, queue, failures, since_at, next_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (transfer) do update set queue = excluded.queue, failures = excluded.failures,"
                        + " since_at = excluded.since_at, next_at = excluded.next_at")
                .params(
                        attempt.transfer().value(),
                        attempt.queue(),
                        attempt.failures(),
                        Micros.of(attempt.since()),
                        next == null ? null : Micros.of(next))
                .update();
    }

    void remove(TransferId transfer) {
        database.sql("delete from attempt where transfer = ?")
                .param(transfer.value())
                .update();
    }

    /** What waits for a person is not tried again by itself. */
    void rest(TransferId transfer) {
        database.sql("update attempt set next_at = null where transfer = ? and next_at is not null")
                .param(transfer.value())
                .update();
    }

    Optional<Attempt> find(TransferId transfer) {
        return database.sql(SELECT + "where transfer = ?")
                .param(transfer.value())
                .query(AttemptTable::attempt)
                .optional();
    }

    List<Attempt> of(Collection<TransferId> transfers) {
        return transfers.isEmpty()
                ? List.of()
                : database.sql(SELECT + "where transfer in ("
                                + transfers.stream().map(each -> "?").collect(Collectors.joining(", ")) + ")")
                        .params(transfers.stream().map(TransferId::value).toList())
                        .query(AttemptTable::attempt)
                        .list();
    }

    boolean anyDue(Instant now) {
        return database.sql("select 1 from attempt where next_at <= ? limit 1")
                .param(Micros.of(now))
                .query((rs, n) -> true)
                .optional()
                .isPresent();
    }

    List<Attempt> due(Instant now, int limit) {
        return database.sql(SELECT + "where next_at <= ? order by next_at limit ?")
                .params(Micros.of(now), limit)
                .query(AttemptTable::attempt)
                .list();
    }

    void hasten(String queue, Instant now) {
        database.sql("update attempt set next_at = ? where queue = ? and next_at > ?")
                .params(Micros.of(now), queue, Micros.of(now))
                .update();
    }

    private static Attempt attempt(ResultSet rs, int index) throws SQLException {
        long next = rs.getLong("next_at");
        @Nullable Instant nextAt = rs.wasNull() ? null : Micros.instant(next);
        return new Attempt(
                new TransferId(rs.getString("transfer")),
                rs.getString("queue"),
                rs.getLong("failures"),
                Micros.instant(rs.getLong("since_at")),
                nextAt);
    }
}
