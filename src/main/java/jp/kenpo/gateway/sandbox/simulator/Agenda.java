package jp.kenpo.gateway.sandbox.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.sandbox.agreed.AgreedInterchange;
import jp.kenpo.gateway.sandbox.agreed.AgreedParty;
import jp.kenpo.gateway.sandbox.contents.Commission;
import jp.kenpo.gateway.sandbox.contents.Received;
import org.jspecify.annotations.Nullable;

/** What a party has to hand in on a day: what the calendar says, and answers to what it got. */
final class Agenda {

    private final Surroundings surroundings;
    private final List<AgreedInterchange> given;
    private final Diary diary;
    private final boolean firstDay;
    private final LocalDate opened;

    /** @param given interchanges on which the party hands in */
    Agenda(Surroundings surroundings, List<AgreedInterchange> given, Diary diary) {
        this.surroundings = surroundings;
        this.given = given;
        this.diary = diary;
        this.firstDay = surroundings.opening() && diary.isEmpty();
        this.opened = LocalDate.now(surroundings.clock());
    }

    /**
     * Returns what is due and not done.
     *
     * @param parties by whom, or for whom, an interchange's files are
     */
    List<Errand> due(LocalDate day, Parties parties) {
        List<Errand> due = new ArrayList<>();
        for (AgreedInterchange interchange : given) {
            Behaviour behaviour = surroundings.behaviours().of(interchange);
            if (behaviour.after() != null) {
                diary.received().stream()
                        .filter(each -> each.interchange().name().equals(behaviour.after()))
                        .filter(each -> !surroundings
                                .calendar()
                                .after(each.on(), behaviour.delay())
                                .isAfter(day))
                        .forEach(each -> add(due, answers(interchange, behaviour, day, each, parties)));
            } else if (behaviour.isDue(day, surroundings.calendar()) || (firstDay && day.equals(opened))) {
                parties.of(interchange).forEach(party -> add(due, byCalendar(interchange, behaviour, day, party)));
            }
        }
        return due;
    }

    /** Whose files an interchange carries. */
    interface Parties {
        List<AgreedParty> of(AgreedInterchange interchange);
    }

    private void add(List<Errand> due, Stream<Errand> errands) {
        errands.filter(errand -> !diary.holds(errand.key())).forEach(due::add);
    }

    private Stream<Errand> byCalendar(
            AgreedInterchange interchange, Behaviour behaviour, LocalDate day, AgreedParty party) {
        return Stream.iterate(1, number -> number <= behaviour.files(), number -> number + 1)
                .map(number -> new Errand(
                        String.join("\t", "gave", interchange.name(), party.id(), day.toString(), number.toString()),
                        commission(interchange, behaviour, day, party, number, null)));
    }

    private Stream<Errand> answers(
            AgreedInterchange interchange, Behaviour behaviour, LocalDate day, Received got, Parties parties) {
        return parties.of(interchange).stream()
                .filter(party -> !party.oneOfMany() || party.id().equals(got.party()))
                .map(party -> new Errand(
                        String.join(
                                "\t",
                                "answered",
                                interchange.name(),
                                got.party(),
                                got.file().getFileName().toString()),
                        commission(interchange, behaviour, day, party, 1, got)));
    }

    private Commission commission(
            AgreedInterchange interchange,
            Behaviour behaviour,
            LocalDate day,
            AgreedParty party,
            int number,
            @Nullable Received got) {
        return new Commission(
                surroundings.society(),
                interchange,
                surroundings.agreed().layout(interchange.layout()),
                party,
                day,
                number,
                behaviour.rows(),
                behaviour.insuredOnly(),
                behaviour.variants(),
                got);
    }
}
