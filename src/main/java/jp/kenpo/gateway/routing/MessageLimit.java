package jp.kenpo.gateway.routing;

import java.util.HashMap;
import java.util.Map;
import jp.kenpo.gateway.counterparty.Interchange;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQIllegalStateException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Keeps messages out of the broker that are far larger than was agreed: whoever receives one holds the whole of it in
 * memory. What is a little too large gets in, and is refused and recorded like a file.
 */
final class MessageLimit implements ActiveMQServerPlugin {

    /** A text takes two bytes a character on its way. */
    private static final int BYTES_A_CHARACTER = 2;

    private static final long PROPERTIES = 100_000;

    private final Map<String, Long> bytes = new HashMap<>();

    MessageLimit(Iterable<Interchange> interchanges) {
        for (Interchange interchange : interchanges) {
            if (interchange.channel() instanceof Interchange.QueueChannel inbound) {
                bytes.put(inbound.queue(), interchange.maxSize() * BYTES_A_CHARACTER + PROPERTIES);
            }
        }
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction transaction, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        Long limit = bytes.get(message.getAddress());
        if (limit != null && message.getWholeMessageSize() > limit) {
            throw new ActiveMQIllegalStateException("the message is larger than agreed for " + message.getAddress());
        }
    }
}
