package jp.kenpo.gateway.routing;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import org.jspecify.annotations.Nullable;

/** Since when the oldest message of each queue waits; looks without taking anything off. */
final class OldestMessages {

    private static final String ID = "_AMQ_DUPL_ID";

    private final ConnectionFactory broker;
    private final Ledger ledger;
    private final List<String> queues;

    /** @param queues queues that exist: the gateway makes all of its own */
    OldestMessages(ConnectionFactory broker, Ledger ledger, List<String> queues) {
        this.broker = broker;
        this.ledger = ledger;
        this.queues = List.copyOf(queues);
    }

    Map<String, Instant> read() throws JMSException {
        Map<String, Instant> oldest = new TreeMap<>();
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            for (String queue : queues) {
                first(session, queue).ifPresent(since -> oldest.put(queue, since));
            }
        }
        return oldest;
    }

    private Optional<Instant> first(Session session, String queue) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            return messages.hasMoreElements() ? Optional.of(since((Message) messages.nextElement())) : Optional.empty();
        }
    }

    /** What the gateway announced waits since its transfer was delivered, by the clock of the gateway. */
    private Instant since(Message message) throws JMSException {
        return announced(message.getStringProperty(ID))
                .flatMap(ledger::find)
                .map(Transfer::changedAt)
                .orElse(Instant.ofEpochMilli(message.getJMSTimestamp()));
    }

    private static Optional<TransferId> announced(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : Optional.of(new TransferId(id.split(":", 2)[0]));
        } catch (IllegalArgumentException others) {
            return Optional.empty();
        }
    }
}
