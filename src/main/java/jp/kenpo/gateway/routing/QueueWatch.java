package jp.kenpo.gateway.routing;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.support.JmsUtils;

/**
 * Waits at a queue without doing anything until a message comes. Spring's own way is to look up every second, with an
 * empty commit each time: two hundred queues of an idle gateway then keep the broker busy. To wait long one must be woken
 * when the gateway stops, which Spring does not do.
 */
final class QueueWatch extends DefaultJmsMessageListenerContainer {

    /** After so long it looks whether the queue is still there. */
    static final long LOOK_UP_MILLIS = 60_000;

    private final Set<MessageConsumer> waiting = ConcurrentHashMap.newKeySet();

    QueueWatch(JmsEndpoint endpoint) {
        super(endpoint);
    }

    /** It says that it waits before it asks whether it may: whoever stops it does so the other way round. */
    @Override
    protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
        waiting.add(consumer);
        try {
            return isRunning() ? super.receiveMessage(consumer) : null;
        } finally {
            waiting.remove(consumer);
        }
    }

    /** A closed consumer returns at once, with nothing; what is in work meanwhile goes on to its end. */
    @Override
    protected void doShutdown() throws JMSException {
        try {
            waiting.forEach(JmsUtils::closeMessageConsumer);
        } finally {
            super.doShutdown();
        }
    }
}
