package jp.kenpo.gateway.routing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * How the embedded broker is set: a persistent journal in the data folder, no message dropped, tickets for the gateway
 * alone, and for the core system the queues that were agreed.
 */
final class EmbeddedBrokerConfiguration {

    static final int IN_VM = 0;

    /** Room for the journal's next files; with less the broker takes no messages until there is more. */
    static final long LEAST_FREE_BYTES = 32L << 20;

    private static final String EVERYTHING = "#";
    /** The default of 3.3 ms waits for company that a gateway does not have. */
    private static final int FLUSH_NANOS = 100_000;

    private static final int DISK_SCAN_MILLIS = 1000;

    /** In first pauses. */
    private static final int LONGEST_PAUSE = 300;

    private final GatewaySettings.Broker settings;
    private final int ticketAttempts;

    EmbeddedBrokerConfiguration(GatewaySettings settings) {
        this.settings = settings.broker();
        this.ticketAttempts = attemptsWithin(settings.retry().deadline());
    }

    /** @param folder where everything of the broker lies */
    Configuration of(Path folder, Iterable<Interchange> interchanges) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("kenpo-gateway")
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(FLUSH_NANOS)
                // a share of the disk would stop a broker that has room; with no room left its journal breaks off
                .setMaxDiskUsage(-1)
                .setMinDiskFree(LEAST_FREE_BYTES)
                .setDiskScanPeriod(DISK_SCAN_MILLIS)
                .setMessageExpiryScanPeriod(-1);
        folders(configuration, folder);
        acceptors(configuration);
        queues(configuration, interchanges);
        configuration.registerBrokerPlugin(new MessageLimit(interchanges));
        return configuration;
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
        configuration.addAddressSetting(EVERYTHING, patience(ticketAttempts));
        queue(configuration, TicketQueues.FAILED);
        // the end of the line: it waits until the ledger can take it
        configuration.addAddressSetting(TicketQueues.FAILED, patience(-1));
        queue(configuration, ErrorReports.QUEUE);
        // given up, a report would be lost: its transfer waits for a person already
        configuration.addAddressSetting(ErrorReports.QUEUE, patience(-1));
        for (Interchange interchange : interchanges) {
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
                // who puts it back again and again is told all the same
                configuration.addAddressSetting(outbound.queue(), patience(-1));
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
                .setMaxRedeliveryDelay(longestPause())
                .setDeadLetterAddress(failed)
                .setExpiryAddress(failed)
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false);
    }

    /** A ticket comes again only where the ledger could not be told: the database may be away as long as anything else. */
    private int attemptsWithin(Duration deadline) {
        return (int) Math.min(Integer.MAX_VALUE, settings.maxAttempts() + deadline.toMillis() / longestPause());
    }

    private long longestPause() {
        return settings.redeliveryMillis() * LONGEST_PAUSE;
    }

    private static Role role(String name, boolean send, boolean consume) {
        return new Role(name, send, consume, false, false, false, false, false, consume, false, false, false, false);
    }
}
