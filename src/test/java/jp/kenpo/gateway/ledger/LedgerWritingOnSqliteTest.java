package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LedgerWritingOnSqliteTest extends LedgerWritingCases {

    @Override
    LedgerPlace place() {
        return new SqlitePlace(temp.resolve("ledger.db"));
    }

    @Test
    void anArrivalIsLookedUpWithoutGoingThroughTheOthersOfItsInterchange() throws SQLException {
        try (Connection sql = place().sql();
                PreparedStatement plan = sql.prepareStatement("explain query plan " + TransferTable.SAME_ARRIVAL);
                ResultSet steps = plan.executeQuery()) {
            steps.next();
            assertThat(steps.getString("detail")).contains("transfer_source (interchange=? AND source=?)");
        }
    }
}
