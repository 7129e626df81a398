package jp.kenpo.gateway.routing;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Optional;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.watch.UnreadQueues;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Since when the oldest message of a queue waits; looks without taking anything off. */
final class OldestMessages implements UnreadQueues.Look {

    private static final Logger log = LoggerFactory.getLogger(OldestMessages.class);
    private static final String ID = "_AMQ_DUPL_ID";

    private final Connection connection;
    private final Session session;
    private final Ledger ledger;

    /** @throws JMSException if the broker is away */
    OldestMessages(ConnectionFactory broker, Ledger ledger) throws JMSException {
        this.ledger = ledger;
        connection = broker.createConnection();
        try {
            session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            connection.start();
        } catch (JMSException away) {
            close();
            throw away;
        }
    }

    @Override
    public Optional<Instant> oldest(String queue) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            return messages.hasMoreElements() ? Optional.of(since((Message) messages.nextElement())) : Optional.empty();
        }
    }

    /** Its session ends with it. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException broken) {
            log.debug("the connection was broken already: {}", broken.getClass().getSimpleName());
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
