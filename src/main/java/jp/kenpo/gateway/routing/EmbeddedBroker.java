package jp.kenpo.gateway.routing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.preparation.ErrorReports;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The embedded broker: a persistent journal in the data folder, tickets for the gateway alone, and for the core system
 * the queues that were agreed.
 */
final class EmbeddedBroker implements Broker {

    private static final String EVERYTHING = "#";
    private static final int IN_VM = 0;
    private static final int START_SECONDS = 30;
    /** The default of 3.3 ms waits for company that a gateway does not have. */
    private static final int FLUSH_NANOS = 100_000;

    private final GatewaySettings.Broker settings;
    private final BrokerAccounts accounts;
    private final List<String> ticketQueues = new ArrayList<>();
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    EmbeddedBroker(GatewaySettings settings, BrokerAccounts accounts, Iterable<Interchange> interchanges) throws Exception {
        this.settings = settings.broker();
        this.accounts = accounts;
        Configuration configuration = new ConfigurationImpl()
                .setName("kenpo-gateway")
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(FLUSH_NANOS)
                .setMessageExpiryScanPeriod(-1);
        folders(configuration, settings.dataDir().resolve("broker").toAbsolutePath());
        acceptors(configuration);
        queues(configuration, interchanges);
        configuration.registerBrokerPlugin(new MessageLimit(interchanges));
        server.setConfiguration(configuration);
        server.setSecurityManager(accounts);
    }

    @Override
    public EmbeddedBroker start() throws Exception {
        server.start();
        if (!server.getActiveMQServer().waitForActivation(START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the broker does not start; does another gateway use its journal?");
        }
        return this;
    }

    private int port(String acceptor) {
        return server.getActiveMQServer()
                .getRemotingService()
                .getAcceptor(acceptor)
                .getActualPort();
    }

    @Override
    public long waitingTickets() {
        long waiting = 0;
        for (String ticketQueue : ticketQueues) {
            Queue queue = server.getActiveMQServer().locateQueue(ticketQueue);
            waiting += queue == null ? 0 : queue.getMessageCount();
        }
        return waiting;
    }

    private static void folders(Configuration configuration, Path folder) {
        configuration
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString());
    }

    private void acceptors(Configuration configuration) {
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of("serverId", Integer.toString(IN_VM)), "in-vm"));
        configuration.addAcceptorConfiguration(acceptor("core", settings.corePort(), "CORE"));
        configuration.addAcceptorConfiguration(acceptor("amqp", settings.amqpPort(), "AMQP"));
    }

    private TransportConfiguration acceptor(String name, int port, String protocol) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("host", settings.address());
        parameters.put("port", Integer.toString(port));
        parameters.put("protocols", protocol);
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, name);
    }

    private void queues(Configuration configuration, Iterable<Interchange> interchanges) {
        Role gateway = role(BrokerAccounts.GATEWAY, true, true);
        configuration.putSecurityRoles(EVERYTHING, Set.of(gateway));
        configuration.addAddressSetting(EVERYTHING, patience(settings.maxAttempts()));
        queue(configuration, TicketQueues.FAILED);
        // the end of the line: it waits until the ledger can take it
        configuration.addAddressSetting(TicketQueues.FAILED, patience(-1));
        queue(configuration, ErrorReports.QUEUE);
        // given up, a report would be lost: its transfer waits for a person already
        configuration.addAddressSetting(ErrorReports.QUEUE, patience(-1));
        for (Interchange interchange : interchanges) {
            ticketQueues.add(TicketQueues.of(interchange.name()));
            queue(configuration, TicketQueues.of(interchange.name()));
            if (interchange.channel() instanceof Interchange.QueueChannel inbound) {
                queue(configuration, inbound.queue());
                configuration.putSecurityRoles(
                        inbound.queue(), Set.of(gateway, role(interchange.counterparty(), true, false)));
                // what a counterparty sent is never put aside: it waits until it can be kept
                configuration.addAddressSetting(inbound.queue(), patience(-1));
            } else if (interchange.channel() instanceof Interchange.AnnouncedFile outbound) {
                queue(configuration, outbound.queue());
                configuration.putSecurityRoles(
                        outbound.queue(), Set.of(gateway, role(interchange.counterparty(), false, true)));
            }
        }
    }

    private static void queue(Configuration configuration, String name) {
        configuration.addQueueConfiguration(QueueConfiguration.of(name)
                .setAddress(name)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true));
    }

    private AddressSettings patience(int attempts) {
        SimpleString failed = SimpleString.of(TicketQueues.FAILED);
        return new AddressSettings()
                .setMaxDeliveryAttempts(attempts)
                .setRedeliveryDelay(settings.redeliveryMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(settings.redeliveryMillis() * 300)
                .setDeadLetterAddress(failed)
                .setExpiryAddress(failed)
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false);
    }

    private static Role role(String name, boolean send, boolean consume) {
        return new Role(name, send, consume, false, false, false, false, false, consume, false, false, false, false);
    }

    @Override
    public ActiveMQConnectionFactory connections() {
        ActiveMQConnectionFactory inside = new ActiveMQConnectionFactory("vm://" + IN_VM + "?" + NO_OBJECTS);
        inside.setUser(BrokerAccounts.GATEWAY);
        inside.setPassword(accounts.ownPassword());
        return inside;
    }

    @Override
    public String place() {
        return "Core " + settings.address() + ":" + port("core") + "  AMQP " + settings.address() + ":" + port("amqp");
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
