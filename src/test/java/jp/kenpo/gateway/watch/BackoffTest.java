package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Backoff backoff = new Backoff(FIRST, LONGEST, new Random(5));

    @Test
    void doublesThePauseUpToTheLimitAndLeavesHalfOfItToChance() {
        for (int failures = 1; failures <= 100; failures++) {
            long whole = failures > 9 ? LONGEST.toMillis() : FIRST.toMillis() << (failures - 1);
            assertThat(backoff.after(failures).toMillis()).isBetween(whole / 2, whole);
        }
    }

    @Test
    void doesNotOverflow() {
        Backoff slow = new Backoff(Duration.ofDays(20), Duration.ofDays(30), new Random(1));

        assertThat(slow.after(Long.MAX_VALUE)).isBetween(Duration.ofDays(15), Duration.ofDays(30));
    }

    @Test
    void thoseThatFailedTogetherDoNotComeBackTogether() {
        assertThat(LongStream.range(0, 50)
                        .map(i -> backoff.after(8).toMillis())
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }

    @Test
    void repeatsItselfWithTheSameSeed() {
        Backoff again = new Backoff(FIRST, LONGEST, new Random(5));

        for (int failures = 1; failures < 20; failures++) {
            assertThat(again.after(failures)).isEqualTo(backoff.after(failures));
        }
    }
}
