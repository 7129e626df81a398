package jp.kenpo.gateway.testing;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A party's connection to the gateway's broker, over TCP and with its password. Not thread-safe. */
public final class Queues implements AutoCloseable {

    private final ActiveMQConnectionFactory factory;
    private final JMSContext session;

    private Queues(ActiveMQConnectionFactory factory, JMSContext session) {
        this.factory = factory;
        this.session = session;
    }

    /** Logs in at a broker of this machine. */
    public static Queues connect(int port, String user, Path passwordFile) {
        try {
            ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(
                    "tcp://127.0.0.1:" + port,
                    user,
                    Files.readString(passwordFile).strip());
            return new Queues(factory, factory.createContext(JMSContext.AUTO_ACKNOWLEDGE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends a text with properties. */
    public void send(String queue, String text, Map<String, String> properties) {
        JMSProducer producer = session.createProducer();
        properties.forEach(producer::setProperty);
        producer.send(session.createQueue(queue), text);
    }

    /** Sends a text. */
    public void send(String queue, String text) {
        session.createProducer().send(session.createQueue(queue), text);
    }

    /** Makes a message of any kind. */
    public interface Maker {
        Message in(JMSContext session) throws JMSException;
    }

    /** Sends a message of any kind. */
    public void send(String queue, Maker maker) {
        try {
            session.createProducer().send(session.createQueue(queue), maker.in(session));
        } catch (JMSException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Takes the next message; empty if none comes within the time. */
    public Optional<Message> take(String queue, Duration within) {
        try (JMSConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            return Optional.ofNullable(consumer.receive(Math.max(1, within.toMillis())));
        }
    }

    /** Returns the texts of the messages that wait, and leaves them there. */
    public List<String> waiting(String queue) {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            List<String> texts = new ArrayList<>();
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
                texts.add(((Message) messages.nextElement()).getBody(String.class));
            }
            return texts;
        } catch (JMSException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        session.close();
        factory.close();
    }
}
