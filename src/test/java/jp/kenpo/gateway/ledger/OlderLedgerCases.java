package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What an older version left in the ledger's database means the same when the schema has been brought up to date. */
abstract class OlderLedgerCases {

    private static final String BEFORE_NOTES_OF_WHAT_MAY_BE_THERE = "12";

    @TempDir
    Path temp;

    private final List<TransferId> transfers = new ArrayList<>();
    private int entries;

    abstract LedgerPlace place() throws SQLException;

    @Test
    void whatWasBegunToBeDeliveredAndHasNoEndMayBeThere() throws Exception {
        LedgerPlace place = place();
        TransferId begun;
        TransferId held;
        try (Connection old = place.sql()) {
            Flyway.configure()
                    .dataSource(new SingleConnectionDataSource(old, true))
                    .target(BEFORE_NOTES_OF_WHAT_MAY_BE_THERE)
                    .load()
                    .migrate();
            begun = transfer(old, "delivering", "granted", "delivery-started", "delivery-started");
            held = transfer(old, "held", "delivery-started", "held");
            transfer(old, "delivering", "granted");
            for (String end : List.of("delivered", "accepted", "duplicate", "rejected")) {
                transfer(old, end, "delivery-started", end);
            }
        }

        assertThat(noted(place)).containsExactly(begun, held);
    }

    private List<TransferId> noted(LedgerPlace place) throws Exception {
        try (LedgerDatabase database = place.database()) {
            database.migrate();
            try (Ledger ledger = Ledger.reader(database, LedgerCases.freshSeal(), temp.resolve("ledger.head"))) {
                return transfers.stream().filter(ledger::mayBeThere).toList();
            }
        }
    }

    /** The statements of the older version: what writes the ledger today knows today's schema only. */
    private TransferId transfer(Connection old, String state, String... kinds) throws SQLException {
        TransferId id = new TransferId("%026d".formatted(transfers.size()));
        transfers.add(id);
        try (Statement statement = old.createStatement()) {
            statement.execute("insert into transfer (id, interchange, direction, counterparty, purposes, state,"
                    + " received_at, changed_at) values ('" + id + "', 'taisho-audit.receipt-check-request', 'out',"
                    + " 'taisho-audit', '3-1', '" + state + "', 0, 0)");
            for (String kind : kinds) {
                statement.execute("insert into entry (number, at, transfer, kind, state, details, mac) values ("
                        + ++entries + ", 0, '" + id + "', '" + kind + "', null, '{}', '')");
            }
        }
        return id;
    }
}
