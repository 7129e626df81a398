package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the transfers. */
final class TransferTable {

    private static final String SELECT = "select " + TransferColumns.NAMES + " from transfer ";

    static final String ANSWERS_TO = SELECT + "where answers = ? order by id";

    /** The newest by time, not by id: for that, SQLite would go through all transfers of the interchange at each arrival. */
    static final String SAME_ARRIVAL = SELECT + "where interchange = ? and source = ? and coalesce(party, '') = ?"
            + " order by received_at desc, id desc limit 1";

    private final JdbcClient database;

    TransferTable(JdbcClient database) {
        this.database = database;
    }

    void insert(Transfer transfer) {
        database.sql("insert into transfer (" + TransferColumns.NAMES + ") values (" + "?, ".repeat(19) + "?)")
                .params(TransferColumns.values(transfer))
                .update();
    }

    /**
     * Sets columns of one transfer and the time of the change.
     *
     * @param columns names of this package, never of a caller outside, and their values
     * @throws IllegalArgumentException if there is no such transfer
     */
    void set(TransferId id, Instant at, Map<String, @Nullable Object> columns) {
        List<@Nullable Object> parameters = new ArrayList<>(columns.values());
        parameters.add(Micros.of(at));
        parameters.add(id.value());
        String assignments =
                columns.keySet().stream().map(each -> each + " = ?, ").collect(Collectors.joining());
        int rows = database.sql("update transfer set " + assignments + "changed_at = ? where id = ?")
                .params(parameters)
                .update();
        if (rows != 1) {
            throw new IllegalArgumentException("there is no transfer " + id);
        }
    }

    Optional<Transfer> find(TransferId id) {
        return database.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(TransferColumns::transfer)
                .optional();
    }

    Optional<Transfer> sameBytes(String interchange, LedgerWrite.Origin origin, String sha256) {
        TransferId answers = origin.answers();
        return database.sql(SELECT + "where interchange = ? and sha256 = ? and coalesce(party, '') = ?"
                        + " and coalesce(answers, '') = ? and direction = 'in'"
                        + " and state not in ('duplicate', 'rejected')")
                .params(interchange, sha256, orEmpty(origin.party()), answers == null ? "" : answers.value())
                .query(TransferColumns::transfer)
                .optional();
    }

    Optional<Transfer> sameArrival(String interchange, @Nullable String party, String source) {
        return database.sql(SAME_ARRIVAL)
                .params(interchange, source, orEmpty(party))
                .query(TransferColumns::transfer)
                .optional();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    List<Transfer> childrenOf(TransferId parent) {
        return database.sql(SELECT + "where parent = ? order by id")
                .params(parent.value())
                .query(TransferColumns::transfer)
                .list();
    }

    List<Transfer> answersTo(TransferId inquiry) {
        return database.sql(ANSWERS_TO)
                .params(inquiry.value())
                .query(TransferColumns::transfer)
                .list();
    }

    Optional<Transfer> child(TransferId parent, String interchange) {
        return database.sql(SELECT + "where parent = ? and interchange = ?")
                .params(parent.value(), interchange)
                .query(TransferColumns::transfer)
                .optional();
    }

    List<Transfer> list(Ledger.Filter filter) {
        if (filter.states() != null && filter.states().isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder("where 1 = 1");
        if (filter.interchange() != null) {
            where.append(" and interchange = ?");
            parameters.add(filter.interchange());
        }
        if (filter.party() != null) {
            where.append(" and party = ?");
            parameters.add(filter.party());
        }
        if (filter.states() != null) {
            where.append(" and state in (");
            where.append(filter.states().stream().map(state -> "?").collect(Collectors.joining(", ")));
            where.append(")");
            filter.states().forEach(state -> parameters.add(state.label()));
        }
        if (filter.since() != null) {
            // ids begin with the time: the first condition is for the index, the second for the microseconds
            where.append(" and id >= ? and received_at >= ?");
            parameters.add(TransferIds.lowest(filter.since()));
            parameters.add(Micros.of(filter.since()));
        }
        parameters.add(filter.limit());
        return database.sql(SELECT + where + " order by id desc limit ?")
                .params(parameters)
                .query(TransferColumns::transfer)
                .list();
    }

    Optional<Instant> lastChange(String interchange) {
        return database.sql("select changed_at from transfer where interchange = ? order by changed_at desc limit 1")
                .param(interchange)
                .query((rs, n) -> Micros.instant(rs.getLong(1)))
                .optional();
    }

    boolean knowsPayload(String payloadId) {
        return database.sql("select 1 from transfer where payload_id = ? limit 1")
                .param(payloadId)
                .query((rs, n) -> true)
                .optional()
                .isPresent();
    }
}
