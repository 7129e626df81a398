package jp.kenpo.gateway.routing;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.kenpo.gateway.watch.RefusedQueues;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.support.JmsUtils;

/**
 * Waits at a queue without doing anything until a message comes. Spring's own way is to look up every second, with an
 * empty commit each time: two hundred queues of an idle gateway then keep the broker busy. To wait long one must be woken
 * when the gateway stops, which Spring does not do.
 *
 * <p>Spring writes a line for each queue and each attempt while the broker is away, which buries the one that says so:
 * its log is off, and a queue that can't be read although the broker answers is told here.
 */
final class QueueWatch extends DefaultJmsMessageListenerContainer {

    /** After so long it looks whether the queue is still there. */
    static final long LOOK_UP_MILLIS = 60_000;

    private final Set<MessageConsumer> waiting = ConcurrentHashMap.newKeySet();

    private final RefusedQueues refused;

    QueueWatch(JmsEndpoint endpoint, RefusedQueues refused) {
        super(endpoint);
        this.refused = refused;
    }

    /** It says that it waits before it asks whether it may: whoever stops it does so the other way round. */
    @Override
    protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
        refused.asked(queue());
        waiting.add(consumer);
        try {
            Message message = isRunning() ? super.receiveMessage(consumer) : null;
            refused.answered(queue());
            return message;
        } catch (JMSException | RuntimeException failed) {
            refused.notAnswered(queue());
            throw failed;
        } finally {
            waiting.remove(consumer);
        }
    }

    /** Where another of its threads has connected anew meanwhile, it was the connection. */
    @Override
    protected void handleListenerSetupFailure(Throwable failure, boolean alreadyRecovered) {
        super.handleListenerSetupFailure(failure, alreadyRecovered);
        if (!alreadyRecovered) {
            refused.failed(queue(), failure.getClass().getSimpleName());
        }
    }

    private String queue() {
        return String.valueOf(getDestinationName());
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
