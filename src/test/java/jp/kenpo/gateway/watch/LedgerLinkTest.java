package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LedgerLinkTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    private final AtomicLong nanoseconds = new AtomicLong();
    private final LedgerLink link = new LedgerLink(Clock.fixed(NOW, ZoneOffset.UTC), nanoseconds::get);

    @Test
    void saysSinceWhenAndWhyTheDatabaseFails() {
        link.ended(LedgerLink.Sign.WRITTEN, new IllegalStateException("a text that nobody shall read"));

        assertThat(link.awaySince()).contains(NOW);
        assertThat(link.lastError()).contains("IllegalStateException");
    }

    @Test
    void isWellAgainOnlyWhenItReadsAndWrites() {
        link.ended(LedgerLink.Sign.WRITTEN, new IllegalStateException());
        assertThat(link.ask(() -> 1)).isOne();
        assertThat(link.awaySince()).isPresent();

        link.ended(LedgerLink.Sign.WRITTEN, null);
        assertThat(link.awaySince()).as("the next entry may not fit").isPresent();
        nanoseconds.addAndGet(TimeUnit.SECONDS.toNanos(6));

        assertThat(link.awaySince()).isEmpty();
    }

    @Test
    void doesNotWaitForAnAnswerThatDoesNotComeBeforeItSaysSo() {
        link.begun(LedgerLink.Sign.READ);
        nanoseconds.addAndGet(TimeUnit.SECONDS.toNanos(9));
        assertThat(link.awaySince()).isEmpty();
        nanoseconds.addAndGet(TimeUnit.SECONDS.toNanos(2));

        assertThat(link.awaySince()).contains(NOW);
        assertThat(link.lastError()).contains("it does not answer");
    }

    @Test
    void passesTheFailureOfAQuestionOn() {
        IllegalStateException failure = new IllegalStateException();

        assertThatThrownBy(() -> link.ask(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(link.lastError()).contains("IllegalStateException");
    }
}
