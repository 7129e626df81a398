package jp.kenpo.gateway.routing;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.watch.BrokerLink;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The broker as the gateway sets it up, with the account of the core system. */
abstract class BrokerCases {

    static final String CORE = "core-system";
    static final String PASSWORD = "the core system's password";
    static final String SELECTION = "core-system.re-examination-selection";
    static final String RECEIPTS = "core-system.receipts";
    static final String TICKETS = "ticket.payer-fund.receipts";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path temp;

    final QueuesConfiguration queues = new QueuesConfiguration();
    final CamelContext camel = new DefaultCamelContext();
    GatewaySettings settings;
    Installation installation;
    CounterpartyRegister counterparties;
    Ledger ledger;
    EmbeddedBroker broker;
    BrokerLink link;
    JmsPoolConnectionFactory inside;

    @BeforeEach
    void start() throws Exception {
        settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "gateway.data-dir", temp.resolve("var").toString(),
                        "gateway.broker.core-port", "0",
                        "gateway.broker.amqp-port", "0",
                        "gateway.broker.max-attempts", "2",
                        "gateway.retry.deadline", "1ms",
                        "gateway.broker.redelivery-millis", "20",
                        "gateway.broker.password-files.core-system",
                                Files.writeString(temp.resolve("password"), PASSWORD)
                                        .toString())))
                .bind("gateway", GatewaySettings.class)
                .get();
        installation = Installation.running(settings, text -> text.substring(text.indexOf(':') + 1), Clock.systemUTC());
        counterparties = installation.counterparties();
        ledger = installation.ledger();
        link = new BrokerLink(Clock.systemUTC(), System::nanoTime);
        broker = ((EmbeddedBroker) queues.broker(settings, counterparties, link)).start();
        inside = queues.connectionFactory(broker);
        camel.setStreamCaching(false);
        camel.addComponent("jms", queues.jms(inside, queues.refusedQueues()));
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        inside.stop();
        broker.close();
        installation.close();
    }

    TransferId announced() {
        return ledger.write(write -> {
            Transfer transfer = write.record(new NewTransfer(
                    "payer-fund.receipts",
                    counterparties
                            .interchange("payer-fund.receipts")
                            .orElseThrow()
                            .direction(),
                    "payer-fund",
                    Set.of("3-0a"),
                    TransferState.RECEIVED,
                    null,
                    null,
                    null,
                    null));
            write.enter(transfer.id(), EntryKind.RECEIVED, Map.of());
            write.announce(TICKETS, transfer.id());
            return transfer.id();
        });
    }

    List<Long> ledgerMessages() {
        return ledger.outgoing(10).stream().map(Ledger.Outgoing::id).toList();
    }

    interface Content {
        Message in(Session session) throws JMSException;
    }

    static void send(ConnectionFactory broker, String queue, Content content) throws JMSException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue(queue)).send(content.in(session));
        }
    }

    static String fetch(ConnectionFactory broker, String queue) throws JMSException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession()) {
            connection.start();
            return session.createConsumer(session.createQueue(queue))
                    .receive(PATIENCE.toMillis())
                    .getBody(String.class);
        }
    }

    List<String> waiting(String queue) throws JMSException {
        return waiting(inside, queue);
    }

    static List<String> waiting(ConnectionFactory broker, String queue) throws JMSException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession()) {
            List<String> bodies = new ArrayList<>();
            connection.start();
            var messages = session.createBrowser(session.createQueue(queue)).getEnumeration();
            while (messages.hasMoreElements()) {
                bodies.add(String.valueOf(((Message) messages.nextElement()).getBody(String.class)));
            }
            return bodies;
        }
    }

    ConnectionFactory outside(String user, String password) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port("core"), user, password);
    }
}
