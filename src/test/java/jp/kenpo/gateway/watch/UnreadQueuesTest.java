package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.testing.LogLines;
import jp.kenpo.gateway.watch.UnreadQueues.Unread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A queue that nobody reads is said once when that begins and once when it ends. */
class UnreadQueuesTest {

    private static final String RECEIPTS = "core.receipts";
    private static final String RESULTS = "core.results";
    private static final Instant LONG_AGO = Instant.parse("2026-09-28T01:00:00Z");
    private static final Instant JUST_NOW = Instant.parse("2026-10-01T01:00:00Z");

    private final Map<String, Instant> oldest = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final UnreadQueues queues =
            new UnreadQueues(List.of(RESULTS, RECEIPTS), Reading::new, since -> since.isBefore(JUST_NOW));
    private final LogLines log = LogLines.of(UnreadQueues.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void saysOnceThatNobodyReadsAndOnceThatSomebodyDoesAgain() throws Exception {
        oldest.put(RECEIPTS, LONG_AGO);
        oldest.put(RESULTS, JUST_NOW);
        queues.look();
        queues.look();

        assertThat(queues.all()).containsExactly(new Unread(RECEIPTS, LONG_AGO));

        oldest.put(RECEIPTS, JUST_NOW);
        queues.look();

        assertThat(queues.all()).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        "Nobody reads the queue core.receipts: its oldest message waits since 2026-09-28T10:00+09:00. Ask who"
                                + " runs the core system",
                        "The queue core.receipts is read again");
    }

    @Test
    void judgesTheOthersWhereOneQueueCannotBeLookedAtAndSaysSoOnceAfterThreeLooks() throws Exception {
        oldest.put(RECEIPTS, LONG_AGO);
        oldest.put(RESULTS, LONG_AGO);
        refused.add(RECEIPTS);
        queues.look();
        queues.look();

        assertThat(queues.all()).containsExactly(new Unread(RESULTS, LONG_AGO));
        assertThat(queues.notLookedAt()).isEmpty();

        queues.look();
        queues.look();
        assertThat(queues.notLookedAt()).containsExactly(RECEIPTS);

        refused.clear();
        queues.look();
        assertThat(queues.notLookedAt()).isEmpty();
        assertThat(queues.all()).extracting(Unread::queue).containsExactly(RECEIPTS, RESULTS);
        assertThat(log.lines())
                .filteredOn(said -> said.contains("looked at"))
                .containsExactly(
                        "The queue core.receipts can't be looked at, so nobody knows whether it is read"
                                + " (IllegalStateException). See that it is there and that the account of the gateway may"
                                + " browse it",
                        "The queue core.receipts can be looked at again");
    }

    @Test
    void keepsWhatItKnowsOfAQueueThatCannotBeLookedAt() throws Exception {
        oldest.put(RECEIPTS, LONG_AGO);
        queues.look();
        refused.add(RECEIPTS);
        queues.look();

        assertThat(queues.all()).containsExactly(new Unread(RECEIPTS, LONG_AGO));
    }

    private final class Reading implements UnreadQueues.Look {

        @Override
        public Optional<Instant> oldest(String queue) {
            if (refused.contains(queue)) {
                throw new IllegalStateException("may not browse");
            }
            return Optional.ofNullable(oldest.get(queue));
        }

        @Override
        public void close() {}
    }
}
