package jp.kenpo.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which accepted transfers are collected for the batch of a day (日次まとめ), and which batch they went into. */
public final class Parts {

    private final JdbcClient database;

    Parts(JdbcClient database) {
        this.database = database;
    }

    /**
     * Parts of one cut-off that no batch has yet.
     *
     * @param interchange the outbound interchange that they are collected for
     * @param parts in the order in which they arrived
     */
    public record Waiting(String interchange, Instant cutOff, List<TransferId> parts) {}

    /** Returns what waits for a cut-off that is not later than this, the earliest first. */
    public List<Waiting> waiting(Instant until) {
        record Cut(String interchange, long at) {}
        Map<Cut, List<TransferId>> found = new LinkedHashMap<>();
        database.sql("select interchange, cut_off, part from transfer_part where batch is null and cut_off <= ?"
                        + " order by cut_off, interchange, part")
                .param(Micros.of(until))
                .query(rs -> {
                    found.computeIfAbsent(new Cut(rs.getString(1), rs.getLong(2)), cut -> new ArrayList<>())
                            .add(new TransferId(rs.getString(3)));
                });
        return found.entrySet().stream()
                .map(each -> new Waiting(
                        each.getKey().interchange(),
                        Micros.instant(each.getKey().at()),
                        each.getValue()))
                .toList();
    }

    /** Returns the parts of a batch, in the order in which they arrived; empty for what is no batch. */
    public List<TransferId> of(TransferId batch) {
        return database.sql("select part from transfer_part where batch = ? order by part")
                .param(batch.value())
                .query(Parts::id)
                .list();
    }

    /** Returns the batches that transfers went into, by part; what is in none, or waits, is left out. */
    public Map<TransferId, List<TransferId>> batchesOf(Collection<TransferId> parts) {
        Map<TransferId, List<TransferId>> found = new LinkedHashMap<>();
        if (!parts.isEmpty()) {
            database.sql("select part, batch from transfer_part where batch is not null and part in (:parts)"
                            + " order by part, batch")
                    .param("parts", parts.stream().map(TransferId::value).toList())
                    .query(rs -> {
                        found.computeIfAbsent(new TransferId(rs.getString(1)), part -> new ArrayList<>())
                                .add(new TransferId(rs.getString(2)));
                    });
        }
        return found;
    }

    void collect(TransferId part, String interchange, Instant cutOff) {
        database.sql("insert into transfer_part (part, interchange, cut_off) values (?, ?, ?)")
                .params(part.value(), interchange, Micros.of(cutOff))
                .update();
    }

    List<TransferId> waiting(String interchange, Instant cutOff) {
        return database.sql("select part from transfer_part where batch is null and interchange = ? and cut_off = ?"
                        + " order by part")
                .params(interchange, Micros.of(cutOff))
                .query(Parts::id)
                .list();
    }

    Optional<Instant> lastCutOff(String interchange) {
        return database.sql("select cut_off from batch where interchange = ? order by cut_off desc limit 1")
                .param(interchange)
                .query((rs, n) -> Micros.instant(rs.getLong(1)))
                .optional();
    }

    void batch(TransferId batch, String interchange, Instant cutOff) {
        database.sql("insert into batch (transfer, interchange, cut_off) values (?, ?, ?)")
                .params(batch.value(), interchange, Micros.of(cutOff))
                .update();
        database.sql("update transfer_part set batch = ? where batch is null and interchange = ? and cut_off = ?")
                .params(batch.value(), interchange, Micros.of(cutOff))
                .update();
    }

    private static TransferId id(ResultSet rs, int row) throws SQLException {
        return new TransferId(rs.getString(1));
    }
}
