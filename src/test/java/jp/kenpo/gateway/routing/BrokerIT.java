package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.net.Socket;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kenpo.gateway.ledger.TransferId;
import org.junit.jupiter.api.Test;

/** The broker as the gateway sets it up, met by the core system and by strangers. */
class BrokerIT extends BrokerCases {

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
}
