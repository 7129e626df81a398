package jp.kenpo.gateway.sandbox.simulator;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The core system's connection to the gateway's broker: a message is taken for good when the work about it is done.
 *
 * <p>The session is opened when needed and kept. Not thread-safe.
 */
final class BrokerQueues {

    private final ConnectionFactory broker;
    private final Map<String, JMSConsumer> consumers = new HashMap<>();
    private @Nullable JMSContext session;

    BrokerQueues(ConnectionFactory broker) {
        this.broker = broker;
    }

    /** Takes what a message says. */
    interface Taker {
        void take(String body) throws IOException;
    }

    /** Takes the next message of a queue, if there is one; what fails goes back to the broker. */
    boolean takeNext(String queue, Taker taker) throws IOException, JMSException {
        boolean done = false;
        try {
            JMSContext open = session();
            Message message = consumers
                    .computeIfAbsent(queue, name -> open.createConsumer(open.createQueue(name)))
                    .receiveNoWait();
            if (message != null) {
                taker.take(body(message));
                open.commit();
            }
            done = true;
            return message != null;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    void send(String queue, byte[] json, Map<String, String> properties) {
        boolean done = false;
        try {
            JMSContext open = session();
            JMSProducer producer = open.createProducer();
            properties.forEach(producer::setProperty);
            producer.send(open.createQueue(queue), new String(json, StandardCharsets.UTF_8));
            open.commit();
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    void close() {
        JMSContext open = session;
        session = null;
        consumers.clear();
        if (open != null) {
            open.close();
        }
    }

    private JMSContext session() {
        JMSContext open = session;
        if (open == null) {
            open = broker.createContext(JMSContext.SESSION_TRANSACTED);
            session = open;
        }
        return open;
    }

    private static String body(Message message) throws JMSException {
        return message instanceof TextMessage text
                ? text.getText()
                : new String(message.getBody(byte[].class), StandardCharsets.UTF_8);
    }
}
