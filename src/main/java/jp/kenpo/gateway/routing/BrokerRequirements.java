package jp.kenpo.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.intake.TicketQueues;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.AddressSettingsInfo;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;

/**
 * What a broker outside has to be set to, so that no message is lost or doubled: the same that {@link EmbeddedBroker}
 * sets. It is asked over its own management address; what it does not answer counts as wrong.
 */
final class BrokerRequirements {

    static final String WHERE = "gateway.broker.url";

    private static final int LEAST_DUPLICATE_IDS = 20_000;
    private static final String MANAGEMENT = "activemq.management";
    private static final long ANSWER_MILLIS = 5000;
    private static final int NEVER_GIVEN_UP = -1;
    private static final int NONE = -1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> queues;

    /** @param queues all that the gateway uses */
    BrokerRequirements(List<String> queues) {
        this.queues = queues.stream().sorted().toList();
    }

    /** Returns what is set otherwise, each with what it has to be. */
    List<Problem> unmetBy(ClientSession session) throws Exception {
        List<String> wrong = new ArrayList<>();
        require(
                wrong,
                Boolean.TRUE.equals(attribute(session, "persistenceEnabled")),
                "persistence-enabled must be true");
        require(wrong, Boolean.TRUE.equals(attribute(session, "securityEnabled")), "security-enabled must be true");
        require(wrong, Boolean.TRUE.equals(attribute(session, "persistIDCache")), "persist-id-cache must be true");
        require(
                wrong,
                attribute(session, "IDCacheSize") instanceof Number ids && ids.intValue() >= LEAST_DUPLICATE_IDS,
                "id-cache-size must be at least " + LEAST_DUPLICATE_IDS);
        for (String queue : queues) {
            settings(wrong, session, queue);
            plain(wrong, session.queueQuery(SimpleString.of(queue)));
        }
        return wrong.stream()
                .map(each -> new Problem(
                        WHERE,
                        0,
                        "the broker may lose or double messages: " + each,
                        "Set it so in its broker.xml, as src/docs/operations.md shows"))
                .toList();
    }

    private static void settings(List<String> wrong, ClientSession session, String queue) throws Exception {
        String answer = String.valueOf(operation(session, "getAddressSettingsAsJSON", queue));
        AddressSettingsInfo set = AddressSettingsInfo.fromJSON(answer);
        String of = " of address " + queue;
        require(wrong, TicketQueues.FAILED.equals(set.getDeadLetterAddress()), deadLetters("dead-letter-address") + of);
        require(wrong, TicketQueues.FAILED.equals(set.getExpiryAddress()), deadLetters("expiry-address") + of);
        require(wrong, set.getMaxDeliveryAttempts() == NEVER_GIVEN_UP, "max-delivery-attempts must be -1" + of);
        require(wrong, set.getRedeliveryDelay() > 0, "redelivery-delay must be more than 0" + of);
        // one queue that refuses or lets the sender wait, because nobody reads it, would hold up all others
        require(wrong, "PAGE".equals(set.getAddressFullMessagePolicy()), "address-full-policy must be PAGE" + of);
        JsonNode all = JSON.readTree(answer);
        require(
                wrong,
                all.path("pageLimitBytes").asLong(NONE) <= 0
                        && all.path("pageLimitMessages").asLong(NONE) <= 0,
                "page-limit-bytes and page-limit-messages must not be set" + of);
        require(wrong, !set.isDefaultLastValueQueue(), "default-last-value-queue must be false" + of);
        require(wrong, !set.isDefaultNonDestructive(), "default-non-destructive must be false" + of);
    }

    /** A queue that was there before the gateway may be of a kind that forgets. */
    private static void plain(List<String> wrong, ClientSession.QueueQuery queue) {
        Long ring = queue.getRingSize();
        require(
                wrong,
                queue.isDurable()
                        && queue.getRoutingType() == RoutingType.ANYCAST
                        && queue.getFilterString() == null
                        && (ring == null || ring < 0)
                        && !Boolean.TRUE.equals(queue.isAutoDelete())
                        && !Boolean.TRUE.equals(queue.isLastValue())
                        && !Boolean.TRUE.equals(queue.isNonDestructive()),
                "queue " + queue.getName() + " must be a plain durable anycast queue; remove it, the gateway makes it");
    }

    private static String deadLetters(String setting) {
        return setting + " must be " + TicketQueues.FAILED;
    }

    private static void require(List<String> wrong, boolean right, String what) {
        if (!right) {
            wrong.add(what);
        }
    }

    private static Object attribute(ClientSession session, String name) throws Exception {
        ClientMessage question = session.createMessage(false);
        ManagementHelper.putAttribute(question, ResourceNames.BROKER, name);
        return answer(session, question);
    }

    private static Object operation(ClientSession session, String name, String argument) throws Exception {
        ClientMessage question = session.createMessage(false);
        ManagementHelper.putOperationInvocation(question, ResourceNames.BROKER, name, argument);
        return answer(session, question);
    }

    private static Object answer(ClientSession session, ClientMessage question) throws Exception {
        ClientRequestor management = new ClientRequestor(session, MANAGEMENT);
        try {
            ClientMessage answer = management.request(question, ANSWER_MILLIS);
            if (answer == null || !ManagementHelper.hasOperationSucceeded(answer)) {
                throw new ActiveMQException(ActiveMQExceptionType.SECURITY_EXCEPTION);
            }
            return ManagementHelper.getResult(answer);
        } finally {
            management.close();
        }
    }
}
