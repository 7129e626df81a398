package jp.kenpo.gateway.content.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.kenpo.gateway.content.qualification.RegistrationClock.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationClockTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-09, 2026-04-14",
        // over the ends of months and of the year, leap year or not, and holidays: nothing is extended
        "2026-04-28, 2026-05-03",
        "2026-12-29, 2027-01-03",
        "2027-02-26, 2027-03-03",
        "2028-02-26, 2028-03-02",
    })
    void endsWithTheFifthDayAfterTheDayOfReceipt(LocalDate received, LocalDate last) {
        var clock = new RegistrationClock(received, null);

        assertThat(clock.lastDay()).isEqualTo(last);
        assertThat(clock.state(received)).isEqualTo(State.RUNNING);
        assertThat(clock.state(received.plusDays(2))).isEqualTo(State.RUNNING);
        assertThat(clock.state(received.plusDays(3))).isEqualTo(State.ALARM);
        assertThat(clock.state(last)).isEqualTo(State.ALARM);
        assertThat(clock.state(last.plusDays(1))).isEqualTo(State.BREACHED);
    }

    @Test
    void reportsAgainstTheDayOfReceiptEvenWhereTheFilingWasIncomplete() {
        var clock = new RegistrationClock(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 6));

        assertThat(clock.lastDaySinceComplete()).contains(LocalDate.of(2026, 4, 11));
        assertThat(clock.state(LocalDate.of(2026, 4, 7))).isEqualTo(State.BREACHED);
        assertThat(clock.day(LocalDate.of(2026, 4, 7))).isEqualTo(6);
        assertThat(new RegistrationClock(LocalDate.of(2026, 4, 1), null).lastDaySinceComplete())
                .isEmpty();
    }
}
