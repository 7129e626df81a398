package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TransferIdsTest {

    private static final Instant NOON = Instant.parse("2026-10-15T03:00:00Z");

    private final TransferIds ids = new TransferIds();

    @Test
    void growAlsoWhenTheClockStandsStillOrGoesBack() {
        TransferId first = ids.next(NOON);
        TransferId sameTime = ids.next(NOON);
        TransferId earlier = ids.next(NOON.minusSeconds(60));
        TransferId later = ids.next(NOON.plusMillis(1));

        assertThat(first).isLessThan(sameTime);
        assertThat(sameTime).isLessThan(earlier);
        assertThat(earlier).isLessThan(later);
    }

    @Test
    void areNotSmallerThanTheLowestOfTheirTime() {
        assertThat(ids.next(NOON).value()).isGreaterThanOrEqualTo(TransferIds.lowest(NOON));
        assertThat(ids.next(NOON).value()).isLessThan(TransferIds.lowest(NOON.plusMillis(1)));
    }

    /** Source of the example: the ULID specification gives the time 1469918176385 these ten digits. */
    @Test
    void beginWithTheTime() {
        assertThat(TransferIds.lowest(Instant.ofEpochMilli(1469918176385L))).isEqualTo("01ARYZ6S41" + "0".repeat(16));
    }
}
