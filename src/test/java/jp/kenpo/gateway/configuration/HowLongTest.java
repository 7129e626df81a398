package jp.kenpo.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HowLongTest {

    @ParameterizedTest
    @CsvSource({
        "-PT5S, less than 1 s",
        "PT0.9S, less than 1 s",
        "PT12.4S, 12 s",
        "PT3M, 3 min 0 s",
        "PT15H57M30S, 15 h 57 min",
        "PT51H, 2 d 3 h"
    })
    void isToldInItsTwoLargestUnits(Duration duration, String told) {
        assertThat(HowLong.of(duration)).isEqualTo(told);
    }
}
