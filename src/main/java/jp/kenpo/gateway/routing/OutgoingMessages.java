package jp.kenpo.gateway.routing;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Ledger.Outgoing;
import jp.kenpo.gateway.watch.BrokerLink;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the ledger wants to say to the broker (transactional outbox): in order, at least once. The broker knows a
 * message that comes twice by its id and refuses the whole group that it comes in; what it does not know any more, the
 * state of the transfer makes harmless.
 */
final class OutgoingMessages {

    private static final Logger log = LoggerFactory.getLogger(OutgoingMessages.class);
    private static final int BATCH = 100;
    private static final long LOOK_AGAIN_MILLIS = 1000;

    private final Ledger ledger;
    private final ConnectionFactory broker;
    private final Clock clock;
    private final BrokerLink link;
    private final Semaphore work = new Semaphore(1);
    private final Thread thread = new Thread(this::run, "outgoing-messages");
    private volatile boolean closed;

    OutgoingMessages(Ledger ledger, ConnectionFactory broker, Clock clock, BrokerLink link) {
        this.clock = clock;
        this.link = link;
        this.ledger = ledger;
        this.broker = broker;
    }

    void start() {
        ledger.onOutgoing(work::release);
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                announceDue();
                sendAll();
                if (work.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (JMSException failed) {
                // said once an outage, not once a second
                link.fails(BrokerLink.Sign.SENT, failed.getClass().getSimpleName());
                work.drainPermits();
                pause();
            } catch (RuntimeException failed) {
                log.warn("outgoing messages wait, tried again in a second: {}", Failure.of(failed));
                work.drainPermits();
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What failed gets a new ticket when its time has come. */
    private void announceDue() {
        while (!closed && ledger.anyAttemptDue(clock.instant())) {
            ledger.write(write -> write.announceDue(BATCH));
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendAll() throws JMSException {
        List<Outgoing> messages = ledger.outgoing(BATCH);
        while (!messages.isEmpty() && !closed) {
            link.sending();
            send(messages);
            link.works(BrokerLink.Sign.SENT);
            List<Long> sent = messages.stream().map(Outgoing::id).toList();
            ledger.write(write -> {
                write.sent(sent);
                return sent;
            });
            messages = ledger.outgoing(BATCH);
        }
    }

    /** After a crash the first messages of a group may be there already: then each goes alone. */
    private void send(List<Outgoing> messages) throws JMSException {
        try {
            sendTogether(messages);
        } catch (JMSException refused) {
            if (!isKnown(refused)) {
                throw refused;
            }
            for (Outgoing message : messages) {
                sendAlone(message);
            }
        }
    }

    private void sendAlone(Outgoing message) throws JMSException {
        try {
            sendTogether(List.of(message));
        } catch (JMSException refused) {
            if (!isKnown(refused)) {
                throw refused;
            }
            log.info("message {} of {} was sent before the last end", message.id(), message.transfer());
        }
    }

    private static boolean isKnown(JMSException refused) {
        return refused.getCause() instanceof ActiveMQDuplicateIdException;
    }

    private void sendTogether(List<Outgoing> messages) throws JMSException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(null)) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (Outgoing message : messages) {
                String body = message.body() == null ? message.transfer().value() : message.body();
                TextMessage text = session.createTextMessage(body);
                text.setStringProperty("_AMQ_DUPL_ID", message.transfer() + ":" + message.id());
                producer.send(session.createQueue(message.queue()), text);
            }
            session.commit();
        }
    }

    void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(LOOK_AGAIN_MILLIS * 10);
    }
}
