package jp.kenpo.gateway.routing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.watch.BrokerLink;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The broker inside this process. Where its disk refuses to write, Artemis breaks off; it is started anew when there is
 * room, and the ledger's outgoing messages and its own journal hold all that there was.
 */
final class EmbeddedBroker implements Broker {

    private static final int START_SECONDS = 30;

    private static final String DISK_FULL = "the disk of its journal is full";

    private final GatewaySettings.Broker settings;
    private final BrokerAccounts accounts;
    private final BrokerLink link;
    private final Path folder;
    private final Configuration configuration;
    private final List<String> ticketQueues = new ArrayList<>();
    private EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private long waiting;
    private boolean closed;

    EmbeddedBroker(
            GatewaySettings settings, BrokerAccounts accounts, Iterable<Interchange> interchanges, BrokerLink link)
            throws Exception {
        this.settings = settings.broker();
        this.accounts = accounts;
        this.link = link;
        this.folder = settings.dataDir().resolve("broker").toAbsolutePath();
        this.configuration = new EmbeddedBrokerConfiguration(settings).of(folder, interchanges);
        interchanges.forEach(each -> ticketQueues.add(TicketQueues.of(each.name())));
    }

    @Override
    public synchronized EmbeddedBroker start() throws Exception {
        server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.setSecurityManager(accounts);
        server.start();
        if (!server.getActiveMQServer().waitForActivation(START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the broker does not start; does another gateway use its journal?");
        }
        return this;
    }

    /** Returns the port of the acceptor {@code core} or {@code amqp}. */
    int port(String acceptor) {
        return server.getActiveMQServer()
                .getRemotingService()
                .getAcceptor(acceptor)
                .getActualPort();
    }

    @Override
    public synchronized long waitingTickets() {
        switch (server.getActiveMQServer().getState()) {
            case STARTED -> {
                if (server.getActiveMQServer().isActive()) {
                    count();
                } else {
                    link.fails(BrokerLink.Sign.ASKED, "it is not active");
                }
            }
            case STOPPED -> startAnew();
            case STARTING, STOPPING -> link.fails(BrokerLink.Sign.ASKED, "it starts or stops");
        }
        link.look();
        return waiting;
    }

    private void count() {
        long count = 0;
        for (String ticketQueue : ticketQueues) {
            Queue queue = server.getActiveMQServer().locateQueue(ticketQueue);
            count += queue == null ? 0 : queue.getMessageCount();
        }
        waiting = count;
        if (server.getActiveMQServer().getPagingManager().isDiskFull()) {
            link.fails(BrokerLink.Sign.ASKED, DISK_FULL);
        } else {
            link.works(BrokerLink.Sign.ASKED);
        }
    }

    private void startAnew() {
        if (closed) {
            return;
        }
        link.fails(BrokerLink.Sign.ASKED, DISK_FULL);
        if (folder.toFile().getUsableSpace() < EmbeddedBrokerConfiguration.LEAST_FREE_BYTES) {
            return;
        }
        try {
            start();
        } catch (Exception failed) {
            // tried again at the next look
            link.fails(BrokerLink.Sign.ASKED, failed.getClass().getSimpleName());
            stopWhatBegan();
        }
    }

    private void stopWhatBegan() {
        try {
            server.stop();
        } catch (Exception failed) {
            link.fails(BrokerLink.Sign.ASKED, failed.getClass().getSimpleName());
        }
    }

    @Override
    public ActiveMQConnectionFactory connections() {
        ActiveMQConnectionFactory inside =
                new ActiveMQConnectionFactory("vm://" + EmbeddedBrokerConfiguration.IN_VM + "?" + NO_OBJECTS);
        inside.setUser(BrokerAccounts.GATEWAY);
        inside.setPassword(accounts.ownPassword());
        return inside;
    }

    @Override
    public String place() {
        return "Core " + settings.address() + ":" + port("core") + "  AMQP " + settings.address() + ":" + port("amqp");
    }

    @Override
    public synchronized void close() throws Exception {
        closed = true;
        server.stop();
    }
}
