package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was delivered, and what of it the counterparty has acknowledged (受領確認). */
public final class Acknowledgements {

    /** As many as a list of parameters may have on every database. */
    private static final int GROUP = 500;

    /** What may have reached the other side. */
    private static final String LEFT = "('delivering', 'delivered', 'held')";

    /** The transfers are those of the records; joined, SQLite would go through all of the interchange. */
    static final String SPOKEN_OF = "select t.id from transfer t"
            + " where t.id in (select s.transfer from sent_record s where s.answered_by = ?)"
            + " and t.interchange = ? and coalesce(t.party, '') = ? and t.state in " + LEFT + " order by t.id";

    private final JdbcClient database;

    Acknowledgements(JdbcClient database) {
        this.database = database;
    }

    /** A delivery that nobody has acknowledged yet. */
    public record Open(TransferId transfer, Instant delivered) {}

    /**
     * Returns what was delivered on an interchange and is not acknowledged, the earliest first. Where all records of a
     * delivery were spoken of, before anybody asked for acknowledgements, nothing is open.
     */
    public List<Open> open(String interchange, Instant since) {
        return database.sql("select t.id, min(e.at) as delivered from transfer t join entry e on e.transfer = t.id"
                        + " where t.interchange = ? and t.id >= ? and t.state = 'delivered' and e.kind = 'delivered'"
                        + " and not exists (select 1 from acknowledgement a where a.transfer = t.id)"
                        + " and (not exists (select 1 from sent_record s where s.transfer = t.id)"
                        + " or exists (select 1 from sent_record s where s.transfer = t.id and s.outcome is null))"
                        + " group by t.id order by delivered, t.id")
                .params(interchange, TransferIds.lowest(since))
                .query((rs, row) -> new Open(new TransferId(rs.getString(1)), Micros.instant(rs.getLong(2))))
                .list();
    }

    /**
     * Returns the transfer that left an interchange to a party under one of these names; where there are several, the
     * newest that is not acknowledged.
     *
     * @param party null where the counterparty is one
     * @param names names without their endings, or with them
     */
    public Optional<TransferId> leftAs(
            String interchange, @Nullable String party, Instant since, Collection<String> names) {
        return database
                .sql("select t.id, t.file_name from transfer t left join acknowledgement a on a.transfer = t.id"
                        + " where t.interchange = ? and coalesce(t.party, '') = ? and t.id >= ? and t.state in " + LEFT
                        + " and t.file_name is not null"
                        + " order by case when a.transfer is null then 0 else 1 end, t.id desc")
                .params(interchange, party == null ? "" : party, TransferIds.lowest(since))
                .query((rs, row) -> Map.entry(rs.getString(2), new TransferId(rs.getString(1))))
                .list()
                .stream()
                .filter(each -> names.contains(withoutEnding(each.getKey())) || names.contains(each.getKey()))
                // the longest name leaves the least unsaid; among equals the order above holds
                .sorted(Comparator.comparingInt(each -> -each.getKey().length()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Whether this transfer, which somebody named, left that interchange to that party. */
    public boolean left(TransferId named, String interchange, @Nullable String party) {
        return database.sql("select 1 from transfer where id = ? and interchange = ? and coalesce(party, '') = ?"
                        + " and state in " + LEFT)
                .params(named.value(), interchange, party == null ? "" : party)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Returns what left an interchange to a party, of whose records this transfer tells what became. */
    public List<TransferId> spokenOf(TransferId by, String interchange, @Nullable String party) {
        return database.sql(SPOKEN_OF)
                .params(by.value(), interchange, party == null ? "" : party)
                .query((rs, row) -> new TransferId(rs.getString(1)))
                .list();
    }

    /** Returns how many records of a transfer became what; of those that nothing came back for, {@code open}. */
    public Map<String, Long> outcomes(TransferId sent) {
        return new SentRecordTable(database).outcomes(sent);
    }

    /** Returns what arrived on an interchange to acknowledge something, and acknowledges nothing. */
    public List<TransferId> ofNothing(String interchange, Instant since) {
        return database.sql("select distinct t.id from transfer t join entry e on e.transfer = t.id"
                        + " where t.interchange = ? and t.id >= ? and e.kind = 'acknowledges-nothing' order by t.id")
                .params(interchange, TransferIds.lowest(since))
                .query((rs, row) -> new TransferId(rs.getString(1)))
                .list();
    }

    /** Returns which transfer acknowledged each of these. */
    public Map<TransferId, TransferId> by(Collection<TransferId> sent) {
        Map<TransferId, TransferId> by = new HashMap<>();
        List<TransferId> all = new ArrayList<>(sent);
        for (int from = 0; from < all.size(); from += GROUP) {
            List<String> some = all.subList(from, Math.min(all.size(), from + GROUP)).stream()
                    .map(TransferId::value)
                    .toList();
            String places = some.stream().map(each -> "?").collect(Collectors.joining(", "));
            database.sql("select transfer, acknowledged_by from acknowledgement where transfer in (" + places + ")")
                    .params(some)
                    .query(row -> {
                        by.put(new TransferId(row.getString(1)), new TransferId(row.getString(2)));
                    });
        }
        return by;
    }

    /** Returns when it was last entered that a transfer is not acknowledged. */
    public Optional<Instant> lastChased(TransferId sent) {
        return database.sql("select max(at) from entry where transfer = ? and kind = 'late' having count(*) > 0")
                .param(sent.value())
                .query((rs, row) -> Micros.instant(rs.getLong(1)))
                .optional();
    }

    /** Notes who acknowledged a transfer; false if somebody did before. */
    boolean note(TransferId sent, TransferId by, Instant at) {
        return database.sql("insert into acknowledgement (transfer, acknowledged_by, at) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .params(sent.value(), by.value(), Micros.of(at))
                        .update()
                > 0;
    }
}
