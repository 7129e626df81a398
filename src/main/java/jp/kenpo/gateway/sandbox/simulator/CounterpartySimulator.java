package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jp.kenpo.gateway.sandbox.agreed.AgreedCounterparty;
import jp.kenpo.gateway.sandbox.agreed.AgreedInterchange;
import jp.kenpo.gateway.sandbox.agreed.AgreedParty;
import jp.kenpo.gateway.sandbox.contents.Commission;
import jp.kenpo.gateway.sandbox.contents.HeldContents;
import jp.kenpo.gateway.sandbox.contents.Made;
import jp.kenpo.gateway.sandbox.contents.Workshop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays a counterparty with all its parties: hands in what is due, fetches what lies ready, answers it. */
public final class CounterpartySimulator implements Simulator {

    private static final Logger LOG = LoggerFactory.getLogger(CounterpartySimulator.class);

    private final AgreedCounterparty counterparty;
    private final Surroundings surroundings;
    private final Map<AgreedParty, Home> homes;
    private final Diary diary;
    private final Agenda agenda;
    private final Workshop workshop;
    private final Mistakes mistakes;
    private final AtomicLong handedIn = new AtomicLong();

    /**
     * Prepares the counterparty; nothing is connected yet.
     *
     * @param homes where each of its parties, as far as they are played, finds and leaves files
     * @param folder where it keeps its diary and what it fetched
     * @throws IOException if its diary can't be read
     */
    CounterpartySimulator(
            AgreedCounterparty counterparty, Surroundings surroundings, Map<AgreedParty, Home> homes, Path folder)
            throws IOException {
        this.counterparty = counterparty;
        this.surroundings = surroundings;
        this.homes = homes;
        this.diary = Diary.in(folder, surroundings.agreed());
        this.agenda = new Agenda(
                surroundings,
                counterparty.interchanges().stream()
                        .filter(AgreedInterchange::incoming)
                        .toList(),
                diary);
        this.workshop = new Workshop(surroundings.subjects(), new HeldContents());
        this.mistakes = new Mistakes(surroundings.mistakes());
    }

    @Override
    public String party() {
        return counterparty.id();
    }

    @Override
    public long handedIn() {
        return handedIn.get();
    }

    @Override
    public boolean act() throws IOException {
        LocalDate today = LocalDate.now(surroundings.clock());
        boolean acted = false;
        for (Map.Entry<AgreedParty, Home> each : homes.entrySet()) {
            acted |= fetch(each.getKey(), each.getValue(), today);
        }
        for (Errand errand : agenda.due(today, interchange -> List.copyOf(homes.keySet()))) {
            handIn(errand);
            acted = true;
        }
        return acted;
    }

    @Override
    public void close() {
        homes.values().forEach(Home::close);
    }

    private boolean fetch(AgreedParty party, Home home, LocalDate today) throws IOException {
        boolean fetched = false;
        for (String folder : counterparty.deliveryFolders()) {
            for (String name : home.ready(folder)) {
                AgreedInterchange interchange =
                        counterparty.delivered(folder, name).orElse(null);
                if (interchange != null && !diary.hasGot(interchange, party.id(), name)) {
                    home.fetch(folder, name, diary.place(interchange, party.id(), name));
                    diary.got(interchange, surroundings.agreed(), party.id(), name, today, "");
                    LOG.info("{} fetches a file of {}", party.id(), interchange.name());
                    fetched = true;
                }
            }
        }
        return fetched;
    }

    private void handIn(Errand errand) throws IOException {
        Commission commission = errand.commission();
        Home home = homes.get(commission.party());
        int place = 1;
        for (Made made : workshop.make(commission)) {
            byte[] content = mistakes.in(made, commission);
            if (home != null) {
                home.leave(
                        HandIn.path(commission, made, place),
                        content,
                        commission.interchange().marker());
                handedIn.incrementAndGet();
            }
            place++;
        }
        diary.add(errand.key());
        LOG.info(
                "{} hands in {} on {}",
                commission.party().id(),
                place - 1,
                commission.interchange().name());
    }
}
