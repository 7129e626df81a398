package jp.kenpo.gateway.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.preparation.ErrorReports;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
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

    private final Map<String, Boolean> givenUp = new TreeMap<>();

    BrokerRequirements(Iterable<Interchange> interchanges) {
        givenUp.put(TicketQueues.FAILED, false);
        givenUp.put(ErrorReports.QUEUE, false);
        for (Interchange interchange : interchanges) {
            givenUp.put(TicketQueues.of(interchange.name()), true);
            if (interchange.channel() instanceof Interchange.QueueChannel inbound) {
                givenUp.put(inbound.queue(), false);
            } else if (interchange.channel() instanceof Interchange.AnnouncedFile outbound) {
                givenUp.put(outbound.queue(), true);
            }
        }
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
        for (Map.Entry<String, Boolean> queue : givenUp.entrySet()) {
            settings(wrong, session, queue.getKey(), queue.getValue());
        }
        return wrong.stream()
                .map(each -> new Problem(
                        WHERE,
                        0,
                        "the broker may lose or double messages: " + each,
                        "Set it so in its broker.xml, as src/docs/operations.md shows"))
                .toList();
    }

    private static void settings(List<String> wrong, ClientSession session, String queue, boolean mayBeGivenUp)
            throws Exception {
        AddressSettingsInfo set =
                AddressSettingsInfo.fromJSON(String.valueOf(operation(session, "getAddressSettingsAsJSON", queue)));
        String of = " of address " + queue;
        require(wrong, TicketQueues.FAILED.equals(set.getDeadLetterAddress()), deadLetters("dead-letter-address") + of);
        require(wrong, TicketQueues.FAILED.equals(set.getExpiryAddress()), deadLetters("expiry-address") + of);
        require(
                wrong,
                mayBeGivenUp || set.getMaxDeliveryAttempts() == NEVER_GIVEN_UP,
                "max-delivery-attempts must be -1" + of);
        require(wrong, set.getRedeliveryDelay() > 0, "redelivery-delay must be more than 0" + of);
        require(
                wrong,
                !"DROP".equals(set.getAddressFullMessagePolicy()),
                "address-full-policy must be PAGE, BLOCK or FAIL" + of);
        require(wrong, !set.isDefaultLastValueQueue(), "default-last-value-queue must be false" + of);
        require(wrong, !set.isDefaultNonDestructive(), "default-non-destructive must be false" + of);
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
