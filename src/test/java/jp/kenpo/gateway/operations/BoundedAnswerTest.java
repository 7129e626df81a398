package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedAnswerTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Semaphore answers = new Semaphore(0);
    private final BoundedAnswer<Integer> answer = new BoundedAnswer<>(
            () -> {
                int number = asked.incrementAndGet();
                answers.acquireUninterruptibly();
                return number;
            },
            Duration.ofMillis(200));

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nobodyWaitsForAnAnswerThatDoesNotComeNorAsksAgainMeanwhile() {
        assertThat(answer.ask()).isEmpty();
        assertThat(answer.ask()).isEmpty();
        assertThat(asked).hasValue(1);

        answers.release(2);

        Awaitility.await("asked anew when the old question is answered")
                .atMost(Duration.ofSeconds(10))
                .until(() -> answer.ask().filter(number -> number == 2).isPresent());
    }

    /** Sixty gauges would wait sixty times. */
    @Test
    void nobodyWaitsForAnAnswerThatIsOverdue() {
        BoundedAnswer<Integer> silent = new BoundedAnswer<>(
                () -> {
                    answers.acquireUninterruptibly();
                    return 1;
                },
                Duration.ofSeconds(1));
        assertThat(silent.ask()).isEmpty();

        long begun = System.nanoTime();
        for (int i = 0; i < 60; i++) {
            assertThat(silent.ask()).isEmpty();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
        answers.release();
    }

    @Test
    void anAnswerServesThoseWhoAskNextAsLongAsItIsGood() {
        BoundedAnswer<Integer> good =
                new BoundedAnswer<>(asked::incrementAndGet, Duration.ofSeconds(10), Duration.ofMinutes(10));

        assertThat(good.ask()).hasValue(1);
        assertThat(good.ask()).hasValue(1);
    }

    @Test
    void aQuestionThatFailsHasNoAnswer() {
        BoundedAnswer<Integer> failing = new BoundedAnswer<>(
                () -> {
                    throw new IllegalStateException();
                },
                Duration.ofSeconds(10));

        assertThat(failing.ask()).isEmpty();
    }
}
