package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When something moved on an interchange, for whoever expects it. */
public final class Movements {

    /** What was delivered since then changed since then: earlier deliveries are not gone through. */
    static final String DELIVERIES = "select e.at from entry e join transfer t on t.id = e.transfer"
            + " where t.interchange = ? and t.changed_at >= ? and e.kind = 'delivered' and e.at >= ? order by e.at";

    private final JdbcClient database;

    Movements(JdbcClient database) {
        this.database = database;
    }

    /**
     * Returns when files and messages arrived, the earliest first: those that were kept, repetitions and what a person
     * rejected not among them.
     */
    public List<Instant> arrivals(String interchange, Instant since) {
        return database.sql("select received_at from transfer where interchange = ? and id >= ? and received_at >= ?"
                        + " and payload_id is not null and state not in ('duplicate', 'rejected') order by received_at")
                .params(interchange, TransferIds.lowest(since), Micros.of(since))
                .query((rs, row) -> Micros.instant(rs.getLong(1)))
                .list();
    }

    /** Returns when transfers were delivered, the earliest first. */
    public List<Instant> deliveries(String interchange, Instant since) {
        return database.sql(DELIVERIES)
                .params(interchange, Micros.of(since), Micros.of(since))
                .query((rs, row) -> Micros.instant(rs.getLong(1)))
                .list();
    }

    /**
     * Returns the newest other transfer to the counterparty whose delivery under this path began, whatever became of it
     * since, unless it was taken back, and whichever party it concerns: what concerns many parties may go to one that has but one folder.
     *
     * @param path folder and file name as the entries of deliveries have it: plain signs only
     */
    public Optional<TransferId> begunAs(String counterparty, String path, TransferId but) {
        String named = "%\"file\":\"" + path.replace("_", "!_") + "\"%";
        return database.sql("select t.id from transfer t where t.counterparty = ? and t.direction = 'out' and t.id <> ?"
                        + " and exists (select 1 from entry e where e.transfer = t.id"
                        + " and e.kind = 'delivery-started' and e.details like ? escape '!')"
                        // taken back before it could be there
                        + " and not exists (select 1 from entry w where w.transfer = t.id"
                        + " and w.kind = 'rejected' and w.details like '%\"from\":\"delivering\"%')"
                        + " order by t.id desc limit 1")
                .params(counterparty, but.value(), named)
                .query((rs, row) -> new TransferId(rs.getString(1)))
                .optional();
    }

    /** Returns when the ledger began; empty before its first entry. */
    public Optional<Instant> begun() {
        return database.sql("select at from entry where number = 1")
                .query((rs, row) -> Micros.instant(rs.getLong(1)))
                .optional();
    }

    /** Returns whether it was entered that what was due then is late. */
    public boolean isEnteredLate(String interchange, Instant due) {
        return database.sql("select 1 from late_delivery where interchange = ? and due = ?")
                .params(interchange, Micros.of(due))
                .query((rs, row) -> true)
                .optional()
                .isPresent();
    }

    /** Notes that it was entered; false if it was noted before. */
    boolean enterLate(String interchange, Instant due) {
        if (isEnteredLate(interchange, due)) {
            return false;
        }
        database.sql("insert into late_delivery (interchange, due) values (?, ?)")
                .params(interchange, Micros.of(due))
                .update();
        return true;
    }
}
