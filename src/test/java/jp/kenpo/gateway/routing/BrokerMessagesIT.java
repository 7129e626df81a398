package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.counterparty.Acknowledgement;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.HostedHomes;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.intake.Uploads;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.preparation.ProvisionNotes;
import jp.kenpo.gateway.watch.LedgerLink;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Messages of the core system: what nobody expects is refused or put aside, and what follows goes on. */
class BrokerMessagesIT extends BrokerCases {

    private final WatchConfiguration watches = new WatchConfiguration();
    private final RoutesConfiguration routes = new RoutesConfiguration();

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
                watches.pollers(installation.clock()),
                watches.pressure(settings, broker),
                watches.stoppages(ledger, new LedgerLink(installation.clock(), System::nanoTime)));
        camel.addRoutes(new ArrivalRoutes(List.of(selections), arrivals, intake));
        camel.start();
    }

    private Steps steps() {
        return routes.steps(
                installation.gate(),
                installation.purposes(),
                counterparties,
                installation.layouts(),
                installation.routes(),
                installation.payloads(),
                routes.earlyReadings(installation.layouts(), counterparties, installation.payloads(), ledger),
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
                new ScheduleConfiguration()
                        .batches(
                                counterparties,
                                installation.calendar(),
                                installation.payloads(),
                                ledger,
                                installation.clock()),
                new Steps.Deliveries(name -> {
                    throw new IllegalStateException("nothing is delivered here");
                }),
                watches.circuits(counterparties, settings, installation.clock()),
                routes.conservation(ledger),
                settings);
    }

    private List<TransferState> states() {
        return ledger.transfers(new Ledger.Filter(SELECTION, null, null, 10)).stream()
                .map(Transfer::state)
                .toList();
    }
}
