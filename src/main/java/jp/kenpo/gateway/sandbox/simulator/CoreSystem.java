package jp.kenpo.gateway.sandbox.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jp.kenpo.gateway.sandbox.agreed.AgreedCounterparty;
import jp.kenpo.gateway.sandbox.agreed.AgreedInterchange;
import jp.kenpo.gateway.sandbox.agreed.AgreedParty;
import jp.kenpo.gateway.sandbox.contents.Commission;
import jp.kenpo.gateway.sandbox.contents.HeldContents;
import jp.kenpo.gateway.sandbox.contents.Made;
import jp.kenpo.gateway.sandbox.contents.Received;
import jp.kenpo.gateway.sandbox.contents.Workshop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the core system (業務処理コンピューター): takes what the gateway announces, and gives, as files in its home or as
 * messages, what counterparties get.
 */
public final class CoreSystem implements Simulator {

    private static final Logger LOG = LoggerFactory.getLogger(CoreSystem.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AgreedCounterparty own;
    private final Surroundings surroundings;
    private final BrokerQueues queues;
    private final Home home;
    private final PlayedParties played;
    private final Diary diary;
    private final Agenda agenda;
    private final HeldContents held = new HeldContents();
    private final Workshop workshop;
    private final AtomicLong handedIn = new AtomicLong();

    /**
     * Prepares the core system; nothing is connected yet.
     *
     * @param folder where it keeps its diary and what it fetched
     * @throws IOException if what it fetched earlier can't be read
     */
    CoreSystem(
            AgreedCounterparty own,
            Surroundings surroundings,
            ConnectionFactory broker,
            Home home,
            PlayedParties played,
            Path folder)
            throws IOException {
        this.own = own;
        this.surroundings = surroundings;
        this.queues = new BrokerQueues(broker);
        this.home = home;
        this.played = played;
        this.diary = Diary.in(folder, surroundings.agreed());
        this.agenda = new Agenda(
                surroundings,
                own.interchanges().stream().filter(AgreedInterchange::incoming).toList(),
                diary);
        this.workshop = new Workshop(surroundings.subjects(), held);
        for (Received earlier : diary.received()) {
            held.hold(earlier);
        }
    }

    @Override
    public String party() {
        return own.id();
    }

    @Override
    public long handedIn() {
        return handedIn.get();
    }

    @Override
    public boolean act() throws IOException, JMSException {
        LocalDate today = LocalDate.now(surroundings.clock());
        boolean acted = false;
        for (AgreedInterchange interchange : own.interchanges()) {
            String queue = interchange.queue();
            while (!interchange.incoming()
                    && queue != null
                    && queues.takeNext(
                            queue, body -> take(interchange, JSON.readTree(body).path("data"), today))) {
                acted = true;
            }
        }
        for (Errand errand : agenda.due(today, this::partiesOf)) {
            handIn(errand);
            acted = true;
        }
        return acted;
    }

    @Override
    public void close() {
        queues.close();
        home.close();
    }

    private void take(AgreedInterchange interchange, JsonNode event, LocalDate today) throws IOException {
        String party = event.path("party").asText();
        String name = event.path("fileName").asText();
        if (diary.hasGot(interchange, party, name)) {
            return;
        }
        home.fetch(event.path("folder").asText(), name, diary.place(interchange, party, name));
        // what came in with the transfer that this one was made from is named by that one
        String origin = event.hasNonNull("parent")
                ? event.path("parent").asText()
                : event.path("transfer").asText();
        held.hold(diary.got(interchange, surroundings.agreed(), party, name, today, origin));
        LOG.info("core-system takes a file of {}", interchange.name());
    }

    /** For whom a file is: for each party of the counterparty that it goes to, if the way of handing in can say so. */
    private List<AgreedParty> partiesOf(AgreedInterchange interchange) {
        String pattern = interchange.fileName();
        boolean named = pattern == null || pattern.contains("{party}");
        List<AgreedParty> receivers = surroundings.agreed().fedBy(interchange.name()).stream()
                .map(surroundings.agreed()::counterpartyOf)
                .flatMap(each -> played.of(each).stream())
                .filter(AgreedParty::oneOfMany)
                .distinct()
                .toList();
        return named && !receivers.isEmpty() ? receivers : own.parties();
    }

    private void handIn(Errand errand) throws IOException {
        Commission commission = errand.commission();
        int place = 1;
        for (Made made : workshop.make(commission)) {
            String queue = commission.interchange().queue();
            if (queue == null) {
                home.leave(
                        HandIn.path(commission, made, place),
                        made.bytes(),
                        commission.interchange().marker());
            } else {
                queues.send(queue, made.bytes(), properties(commission));
            }
            handedIn.incrementAndGet();
            place++;
        }
        diary.add(errand.key());
        LOG.info(
                "core-system gives {} on {}",
                place - 1,
                commission.interchange().name());
    }

    private static Map<String, String> properties(Commission commission) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (commission.party().oneOfMany()) {
            properties.put("party", commission.party().id());
        }
        Received source = commission.source();
        if (source != null) {
            properties.put("inquiry", source.origin());
        }
        return properties;
    }
}
