package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class LedgerUnavailableExceptionTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
    void aDatabaseThatIsNotReachedIsToldFromOthers(String state) {
        assertThat(failed(state).isUnreached()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25006", "53100", "58030"})
    void oneThatTakesNoEntryAnswersAllTheSame(String state) {
        assertThat(failed(state).isUnreached()).isFalse();
    }

    @Test
    void theHeadFileIsNoDatabase() {
        assertThat(new LedgerUnavailableException("the head file can't be written", null).isUnreached())
                .isFalse();
    }

    private static LedgerUnavailableException failed(String state) {
        return new LedgerUnavailableException(
                "it fails", new DataAccessResourceFailureException("it fails", new SQLException("it fails", state)));
    }
}
