package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A queue that is not read is told, whether it may not be asked or fails whenever it is. */
class RefusedQueuesTest {

    private static final String QUEUE = "ticket.payer-fund.receipts";

    private final RefusedQueues refused = new RefusedQueues();

    @Test
    void oneThatMayNotBeAskedIsToldUntilItMay() {
        failures(2);
        assertThat(refused.all()).isEmpty();
        failures(1);
        assertThat(refused.all()).containsExactly(QUEUE);

        refused.asked(QUEUE);
        assertThat(refused.all()).isEmpty();
    }

    @Test
    void oneThatFailsWheneverItIsAskedIsToldUntilItAnswers() {
        for (int round = 0; round < 3; round++) {
            refused.asked(QUEUE);
            refused.notAnswered(QUEUE);
            failures(1);
        }
        assertThat(refused.all()).containsExactly(QUEUE);

        refused.asked(QUEUE);
        assertThat(refused.all()).containsExactly(QUEUE);
        refused.answered(QUEUE);
        assertThat(refused.all()).isEmpty();
    }

    @Test
    void failuresBetweenAnswersAreNoAlarm() {
        for (int round = 0; round < 5; round++) {
            refused.asked(QUEUE);
            refused.answered(QUEUE);
            failures(1);
        }
        assertThat(refused.all()).isEmpty();
    }

    private void failures(int count) {
        for (int each = 0; each < count; each++) {
            refused.failed(QUEUE, "JMSSecurityException");
        }
    }
}
