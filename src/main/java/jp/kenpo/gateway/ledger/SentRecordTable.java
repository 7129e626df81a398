package jp.kenpo.gateway.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which records a transfer sent that are answered one by one, and what became of them. */
final class SentRecordTable {

    /** What stands for the outcome of a record that nothing came back for. */
    static final String OPEN = "open";

    private final JdbcClient database;

    SentRecordTable(JdbcClient database) {
        this.database = database;
    }

    void sent(TransferId transfer, Collection<String> records) {
        for (String record : records) {
            database.sql("insert into sent_record (transfer, record) values (?, ?) on conflict do nothing")
                    .params(transfer.value(), record)
                    .update();
        }
    }

    boolean became(String record, String outcome, TransferId answeredBy) {
        return database.sql("update sent_record set outcome = ?, answered_by = ? where record = ?")
                        .params(outcome, answeredBy.value(), record)
                        .update()
                > 0;
    }

    Map<String, Long> outcomes(TransferId transfer) {
        Map<String, Long> outcomes = new TreeMap<>();
        database.sql(
                        "select coalesce(outcome, ?) as became, count(*) from sent_record where transfer = ? group by became")
                .params(OPEN, transfer.value())
                .query(row -> {
                    outcomes.put(row.getString(1), row.getLong(2));
                });
        return outcomes;
    }
}
