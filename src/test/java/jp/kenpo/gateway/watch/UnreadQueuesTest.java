package jp.kenpo.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jp.kenpo.gateway.watch.UnreadQueues.Unread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A queue that nobody reads is said once when that begins and once when it ends. */
class UnreadQueuesTest {

    private static final Instant LONG_AGO = Instant.parse("2026-09-28T01:00:00Z");
    private static final Instant JUST_NOW = Instant.parse("2026-10-01T01:00:00Z");

    private final Map<String, Instant> oldest = new HashMap<>();
    private final UnreadQueues queues = new UnreadQueues(() -> oldest, since -> since.isBefore(JUST_NOW));
    private final Logger logger = (Logger) LoggerFactory.getLogger(UnreadQueues.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void saysOnceThatNobodyReadsAndOnceThatSomebodyDoesAgain() throws Exception {
        oldest.put("core.receipts", LONG_AGO);
        oldest.put("core.results", JUST_NOW);
        queues.look();
        queues.look();

        assertThat(queues.all()).containsExactly(new Unread("core.receipts", LONG_AGO));

        oldest.put("core.receipts", JUST_NOW);
        queues.look();

        assertThat(queues.all()).isEmpty();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Nobody reads the queue core.receipts: its oldest message waits since 2026-09-28T10:00+09:00. Ask who"
                                + " runs the core system",
                        "The queue core.receipts is read again");
    }
}
