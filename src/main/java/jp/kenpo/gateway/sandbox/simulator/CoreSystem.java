package jp.kenpo.gateway.sandbox.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the core system (業務処理コンピューター): takes accepted receipts and check results, and asks for
 * re-examination (再審査) of what was contested.
 *
 * <p>A message is taken and its answer sent in one transaction of the broker, so that nothing is lost or sent twice
 * when either side goes down.
 */
public final class CoreSystem implements Simulator {

    private static final Logger LOG = LoggerFactory.getLogger(CoreSystem.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECEIPTS = "core-system.receipts";
    private static final String RESULTS = "core-system.receipt-check-result";
    private static final String SELECTION = "core-system.re-examination-selection";
    private static final long PATIENCE_MILLIS = 200;

    private final ConnectionFactory broker;
    private final GatewaySftp home;
    private final ReceiptIndex index;
    private final Selections selections;
    private final Path disk;
    private @Nullable JMSContext session;

    /**
     * Prepares the core system; nothing is connected yet.
     *
     * @param disk where it keeps what it fetched
     * @throws IOException if what it fetched earlier can't be read
     */
    public CoreSystem(ConnectionFactory broker, GatewaySftp home, Path disk, Selections selections) throws IOException {
        this.broker = broker;
        this.home = home;
        this.disk = disk;
        this.selections = selections;
        this.index = ReceiptIndex.of(Files.createDirectories(disk.resolve("receipts")));
    }

    @Override
    public String party() {
        return "core-system";
    }

    @Override
    public void act() throws IOException, JMSException {
        boolean done = false;
        try {
            JMSContext open = session();
            takeAll(open, RECEIPTS, this::takeReceipts);
            takeAll(open, RESULTS, event -> answer(open, event));
            done = true;
        } finally {
            if (!done) {
                // what was taken and not finished goes back to the broker
                close();
            }
        }
    }

    @Override
    public void close() {
        home.close();
        JMSContext open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }

    private JMSContext session() {
        JMSContext open = session;
        if (open == null) {
            open = broker.createContext(JMSContext.SESSION_TRANSACTED);
            session = open;
        }
        return open;
    }

    private static void takeAll(JMSContext session, String queue, Taker taker) throws IOException, JMSException {
        try (JMSConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            Message message = consumer.receive(PATIENCE_MILLIS);
            while (message != null) {
                taker.take(JSON.readTree(body(message)).path("data"));
                session.commit();
                message = consumer.receive(PATIENCE_MILLIS);
            }
        }
    }

    private static String body(Message message) throws JMSException {
        return message instanceof TextMessage text
                ? text.getText()
                : new String(message.getBody(byte[].class), StandardCharsets.UTF_8);
    }

    private void takeReceipts(JsonNode event) throws IOException {
        // the receipts came in with the transfer that this one was made from
        String transfer = event.hasNonNull("parent")
                ? event.path("parent").asText()
                : event.path("transfer").asText();
        Path file = index.file(transfer);
        home.fetch(path(event), file);
        int receipts = index.add(file);
        LOG.info("core-system takes the receipts of transfer {}: {}", transfer, receipts);
    }

    private void answer(JMSContext session, JsonNode event) throws IOException {
        String transfer = event.path("transfer").asText();
        Path file = Files.createDirectories(disk.resolve("check-results")).resolve(safe(transfer) + ".csv");
        home.fetch(path(event), file);
        Selections.Selection selection = selections.of(transfer, file, index);
        session.createProducer().send(session.createQueue(SELECTION), selection.json());
        LOG.info("core-system asks for re-examination of {} receipts after check {}", selection.receipts(), transfer);
    }

    private static String path(JsonNode event) {
        return "download/" + event.path("folder").asText() + "/"
                + event.path("fileName").asText();
    }

    /** A transfer id as a file name; anything else is no transfer id. */
    static String safe(String transfer) throws IOException {
        if (!transfer.matches("[0-9A-Z]{1,40}")) {
            throw new IOException("the event names no transfer");
        }
        return transfer;
    }

    private interface Taker {
        void take(JsonNode event) throws IOException, JMSException;
    }
}
