package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is looked up again and again costs no more in a ledger of years than in a new one: SQLite goes by an index. */
class LookupsOnSqliteTest extends LedgerCases {

    @Override
    LedgerPlace place() {
        return new SqlitePlace(temp.resolve("ledger.db"));
    }

    static Stream<Arguments> lookups() {
        return Stream.of(
                arguments(TransferTable.ANSWERS_TO, "transfer USING INDEX transfer_answers (answers=?)"),
                arguments(Acknowledgements.SPOKEN_OF, "t USING INDEX transfer_interchange (interchange=? AND id=?)"),
                arguments(Acknowledgements.SPOKEN_OF, "s USING INDEX sent_record_answered_by (answered_by=?)"),
                arguments(Movements.DELIVERIES, "t USING INDEX transfer_changed (interchange=? AND changed_at>?)"),
                arguments(TallyTable.BETWEEN, "transfer USING INDEX sqlite_autoindex_transfer_1 (id>?)"),
                arguments(TallyTable.LAST_OF, "l USING INDEX entry_transfer (transfer>?)"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("lookups")
    void goByAnIndex(String lookup, String step) throws SQLException {
        assertThat(plan(lookup)).contains("SEARCH " + step);
    }

    private List<String> plan(String lookup) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Connection sql = place.sql();
                Statement statement = sql.createStatement();
                ResultSet plan = statement.executeQuery("explain query plan " + lookup)) {
            while (plan.next()) {
                steps.add(plan.getString("detail"));
            }
        }
        return steps;
    }
}
