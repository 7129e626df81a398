package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Acknowledgement;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.HostedHomes;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.intake.Uploads;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.preparation.ProvisionNotes;
import jp.kenpo.gateway.watch.BrokerLink;
import jp.kenpo.gateway.watch.LedgerLink;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The broker as the gateway sets it up, met by the core system, by strangers, and by messages that nobody expects. */
class BrokerIT {

    private static final String CORE = "core-system";
    private static final String PASSWORD = "the core system's password";
    private static final String SELECTION = "core-system.re-examination-selection";
    private static final String RECEIPTS = "core-system.receipts";
    private static final String TICKETS = "ticket.payer-fund.receipts";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path temp;

    private final RoutingConfiguration routing = new RoutingConfiguration();
    private final CamelContext camel = new DefaultCamelContext();
    private GatewaySettings settings;
    private Installation installation;
    private CounterpartyRegister counterparties;
    private Ledger ledger;
    private EmbeddedBroker broker;
    private BrokerLink link;
    private JmsPoolConnectionFactory inside;

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
        broker = ((EmbeddedBroker) routing.broker(settings, counterparties, link)).start();
        inside = routing.connectionFactory(broker);
        camel.setStreamCaching(false);
        camel.addComponent("jms", routing.jms(inside));
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        inside.stop();
        broker.close();
        installation.close();
    }

    @Test
    void letsTheCoreSystemSendAndFetchWhatIsAgreed() throws Exception {
        send(outside(CORE, PASSWORD), SELECTION, session -> session.createTextMessage("selection"));
        send(inside, RECEIPTS, session -> session.createTextMessage("event"));

        assertThat(fetch(outside(CORE, PASSWORD), RECEIPTS)).isEqualTo("event");
        assertThat(waiting(SELECTION)).containsExactly("selection");
    }

    /** By the time of the delivery where the gateway announced it, else by that of the sender. */
    @Test
    void tellsSinceWhenTheOldestMessageOfAQueueWaits() throws Exception {
        assertThat(oldest(inside, RECEIPTS)).isEmpty();
        TransferId announced = announced();
        send(inside, RECEIPTS, session -> {
            var message = session.createTextMessage("event");
            message.setStringProperty("_AMQ_DUPL_ID", announced + ":7");
            return message;
        });
        send(inside, RECEIPTS, session -> session.createTextMessage("later"));
        Instant before = Instant.now(Clock.systemUTC());
        send(inside, SELECTION, session -> session.createTextMessage("of others"));

        assertThat(oldest(inside, RECEIPTS))
                .contains(ledger.find(announced).orElseThrow().changedAt());
        assertThat(oldest(inside, SELECTION)).hasValueSatisfying(since -> assertThat(since)
                .isBetween(before.minusSeconds(2), before.plusSeconds(10)));
        assertThat(waiting(RECEIPTS)).as("nothing is taken off").hasSize(2);
    }

    @Test
    void looksAtTheOtherQueuesAfterOneThatMayNotBeLookedAt() throws Exception {
        send(inside, RECEIPTS, session -> session.createTextMessage("event"));

        try (OldestMessages core = new OldestMessages(outside(CORE, PASSWORD), ledger)) {
            assertThatThrownBy(() -> core.oldest(SELECTION)).isInstanceOf(JMSException.class);
            assertThat(core.oldest(RECEIPTS)).isPresent();
        }
    }

    private Optional<Instant> oldest(ConnectionFactory account, String queue) throws JMSException {
        try (OldestMessages look = new OldestMessages(account, ledger)) {
            return look.oldest(queue);
        }
    }

    @Test
    void letsTheCoreSystemReachNothingElse() throws Exception {
        ConnectionFactory core = outside(CORE, PASSWORD);
        send(inside, TICKETS, session -> session.createTextMessage("ticket"));
        send(core, SELECTION + "::" + TICKETS, session -> session.createTextMessage("goes nowhere"));
        for (String queue : List.of(
                TICKETS,
                "ticket." + SELECTION,
                "failed.ticket",
                RECEIPTS,
                "activemq.management",
                "activemq.notifications",
                "new.queue",
                TICKETS + "::" + TICKETS,
                "$.artemis.internal.sf.x")) {
            assertThatThrownBy(() -> send(core, queue, session -> session.createTextMessage("x")))
                    .as("send to " + queue)
                    .isInstanceOf(JMSException.class);
        }
        for (String queue :
                List.of(TICKETS, "failed.ticket", SELECTION, "activemq.management", "#", RECEIPTS + "::" + TICKETS)) {
            assertThatThrownBy(() -> fetch(core, queue))
                    .as("fetch from " + queue)
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> waiting(core, queue))
                    .as("look into " + queue)
                    .isInstanceOf(JMSException.class);
        }
        assertThat(waiting(TICKETS)).containsExactly("ticket");
        assertThat(waiting("failed.ticket")).isEmpty();
    }

    @Test
    void letsNobodyInWithoutHisOwnPassword() {
        for (String[] login : new String[][] {
            {null, null},
            {"", ""},
            {CORE, ""},
            {CORE, "wrong"},
            {"gateway", PASSWORD},
            {"gateway", ""},
            {"taisho-audit", PASSWORD}
        }) {
            assertThatThrownBy(
                            () -> outside(login[0], login[1]).createConnection().close())
                    .as(String.valueOf(login[0]))
                    .isInstanceOf(JMSSecurityException.class);
        }
    }

    @Test
    void offersNoAnonymousLogInOverAmqp() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", broker.port("amqp"))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(new byte[] {'A', 'M', 'Q', 'P', 3, 1, 0, 0});
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("PLAIN") < 0) {
                int next = socket.getInputStream().read();
                assertThat(next).isNotNegative();
                answer.append((char) next);
            }
            assertThat(answer).doesNotContain("ANONYMOUS");
        }
    }

    @Test
    void sendsOnWhenTheBrokerHasAMessageThatTheLedgerDoesNotKnowToBeSent() throws Exception {
        OutgoingMessages outgoing = new OutgoingMessages(ledger, inside, Clock.systemUTC(), link);
        TransferId first = announced();
        outgoing.start();
        try {
            sendsOnAfterACrash(first);
        } finally {
            outgoing.close();
        }
    }

    private void sendsOnAfterACrash(TransferId first) throws Exception {
        await().atMost(PATIENCE).until(() -> ledger.outgoing(10).isEmpty());
        // as a crash leaves it that comes between the commit of the broker and the one of the ledger
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("var/ledger/ledger.db"));
                var insert = connection.prepareStatement("insert into outgoing values (1, ?, ?, null)")) {
            insert.setString(1, TICKETS);
            insert.setString(2, first.value());
            insert.executeUpdate();
        }
        TransferId second = announced();

        await().atMost(PATIENCE).until(() -> ledger.outgoing(10).isEmpty());
        assertThat(waiting(TICKETS)).containsExactly(first.value(), second.value());
    }

    @Test
    void putsAPoisonedMessageAsideAndGoesOn() throws Exception {
        Steps steps = steps();
        steps.register(camel);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("counterparty:payer-fund.receipts")
                        .routeId("payer-fund.receipts")
                        .to("check:receipt");
            }
        });
        camel.addRoutes(new GivenUpRoute(steps));
        camel.start();
        TransferId lost = announced();
        ledger.write(write -> {
            write.sent(ledgerMessages());
            return lost;
        });

        send(inside, TICKETS, session -> session.createTextMessage("no ticket"));
        send(inside, TICKETS, Session::createMessage);
        send(inside, TICKETS, session -> session.createTextMessage("00000000000000000000000000"));
        send(inside, TICKETS, session -> session.createTextMessage(lost.value()));

        await().atMost(PATIENCE).until(() -> ledger.find(lost).orElseThrow().state() == TransferState.HELD);
        await().atMost(PATIENCE)
                .until(() ->
                        waiting(TICKETS).isEmpty() && waiting("failed.ticket").isEmpty());
    }

    @Test
    void answersToNoQueueThatAMessageNames() throws Exception {
        takeSelections();

        send(outside(CORE, PASSWORD), SELECTION, session -> {
            Message message = session.createTextMessage("{}");
            message.setJMSReplyTo(session.createQueue(TICKETS));
            return message;
        });

        await().atMost(PATIENCE).until(() -> states().equals(List.of(TransferState.RECEIVED)));
        await().atMost(PATIENCE).until(() -> waiting(SELECTION).isEmpty());
        assertThat(waiting(TICKETS)).isEmpty();
    }

    @Test
    void refusesMessagesThatAreNeitherTextNorBytes() throws Exception {
        takeSelections();
        ConnectionFactory core = outside(CORE, PASSWORD);

        send(core, SELECTION, session -> session.createObjectMessage(new HashMap<>(Map.of("a", "b"))));
        send(core, SELECTION, session -> {
            var map = session.createMapMessage();
            map.setString("a", "b");
            return map;
        });
        send(core, SELECTION, session -> {
            var stream = session.createStreamMessage();
            stream.writeString("a");
            return stream;
        });

        await().atMost(PATIENCE).until(() -> states().equals(Collections.nCopies(3, TransferState.REFUSED)));
        await().atMost(PATIENCE).until(() -> waiting(SELECTION).isEmpty());
    }

    @Test
    void refusesAMessageThatIsLargerThanAgreed() throws Exception {
        takeSelections();
        ConnectionFactory core = outside(CORE, PASSWORD);
        int tooLong = Math.toIntExact(
                counterparties.interchange(SELECTION).orElseThrow().maxSize() + 1);

        send(core, SELECTION, session -> session.createTextMessage("x".repeat(tooLong)));
        send(core, SELECTION, session -> {
            var bytes = session.createBytesMessage();
            bytes.writeBytes(new byte[tooLong]);
            return bytes;
        });

        await().atMost(PATIENCE).until(() -> states().equals(Collections.nCopies(2, TransferState.REFUSED)));
    }

    @Test
    void readsInItsCorrelationIdWhichDeliveryAMessageConfirms() throws Exception {
        String sent = announced().value();
        takeSelections(confirming(
                new Acknowledgement("core-system.receipt-check-result", Acknowledgement.By.TRANSFER, null, 1)));
        for (String named : List.of(sent, "../no id")) {
            send(outside(CORE, PASSWORD), SELECTION, session -> {
                var message = session.createTextMessage("confirms " + named);
                message.setJMSCorrelationID(named);
                return message;
            });
        }

        await().atMost(PATIENCE).until(() -> states().size() == 2);
        assertThat(ledger.transfers(new Ledger.Filter(SELECTION, null, null, 10)))
                .extracting(Transfer::answers)
                .containsExactlyInAnyOrder(new TransferId(sent), null);
    }

    private Interchange confirming(Acknowledgement acknowledges) {
        Interchange on = counterparties.interchange(SELECTION).orElseThrow();
        return new Interchange(
                on.name(),
                on.counterparty(),
                on.direction(),
                on.layout(),
                on.purposes(),
                on.fields(),
                on.legalCharacter(),
                on.channel(),
                on.maxSize(),
                on.myNumber(),
                new Interchange.Conditions(null, false, null, null, acknowledges),
                on.timing());
    }

    @Test
    void keepsAMessageOutThatWouldFillTheMemory() throws Exception {
        int farTooLong = Math.toIntExact(
                3 * counterparties.interchange(SELECTION).orElseThrow().maxSize());

        assertThatThrownBy(() -> send(outside(CORE, PASSWORD), SELECTION, session -> {
                    var bytes = session.createBytesMessage();
                    bytes.writeBytes(new byte[farTooLong]);
                    return bytes;
                }))
                .isInstanceOf(JMSException.class);

        assertThat(waiting(SELECTION)).isEmpty();
    }

    private void takeSelections() throws Exception {
        takeSelections(counterparties.interchange(SELECTION).orElseThrow());
    }

    private void takeSelections(Interchange selections) throws Exception {
        Intake intake = new Intake(installation.payloads(), ledger);
        Uploads uploads = new Uploads(temp.resolve("unfinished"));
        Arrivals arrivals = new Arrivals(
                camel,
                counterparties,
                settings,
                new HostedHomes(settings.dataDir()),
                uploads,
                intake,
                routing.pollers(installation.clock()),
                routing.pressure(settings, broker),
                routing.stoppages(ledger, new LedgerLink(installation.clock(), System::nanoTime)));
        camel.addRoutes(new ArrivalRoutes(List.of(selections), arrivals, intake));
        camel.start();
    }

    private Steps steps() {
        return routing.steps(
                installation.gate(),
                installation.purposes(),
                counterparties,
                installation.layouts(),
                installation.routes(),
                installation.payloads(),
                new ProvisionNotes(
                        installation.layouts(),
                        installation::membersNamed,
                        counterparties,
                        installation.purposes(),
                        installation.payloads(),
                        ledger,
                        installation.provisions()),
                ledger,
                installation.clock(),
                routing.batches(
                        counterparties, installation.calendar(), installation.payloads(), ledger, installation.clock()),
                new Steps.Deliveries(name -> {
                    throw new IllegalStateException("nothing is delivered here");
                }),
                routing.circuits(counterparties, settings, installation.clock()),
                routing.conservation(ledger),
                settings);
    }

    private TransferId announced() {
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

    private List<Long> ledgerMessages() {
        return ledger.outgoing(10).stream().map(Ledger.Outgoing::id).toList();
    }

    private List<TransferState> states() {
        return ledger.transfers(new Ledger.Filter(SELECTION, null, null, 10)).stream()
                .map(Transfer::state)
                .toList();
    }

    private interface Content {
        Message in(Session session) throws JMSException;
    }

    private static void send(ConnectionFactory broker, String queue, Content content) throws JMSException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue(queue)).send(content.in(session));
        }
    }

    private static String fetch(ConnectionFactory broker, String queue) throws JMSException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession()) {
            connection.start();
            return session.createConsumer(session.createQueue(queue))
                    .receive(PATIENCE.toMillis())
                    .getBody(String.class);
        }
    }

    private List<String> waiting(String queue) throws JMSException {
        return waiting(inside, queue);
    }

    private static List<String> waiting(ConnectionFactory broker, String queue) throws JMSException {
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

    private ConnectionFactory outside(String user, String password) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port("core"), user, password);
    }
}
