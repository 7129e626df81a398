package jp.kenpo.gateway.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Due;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.TransferId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what ought to have come by now and has not (未着). Works beside a running gateway too.
 *
 * <p>An arrival counts for the day or month in which it came, and what nobody expects then for what is late. Nothing is
 * expected from before the ledger began, nor from a party while no agreement with it runs. What has been late for more
 * than {@value #REMEMBERED_DAYS} days is left to the ledger's entries.
 */
public final class ExpectedDeliveries {

    static final int REMEMBERED_DAYS = 40;

    /** For how long what was late is told. */
    public static final Duration REMEMBERED = Duration.ofDays(REMEMBERED_DAYS);

    private static final Logger log = LoggerFactory.getLogger(ExpectedDeliveries.class);

    /** How much further back it is counted: longer than any answer may take. */
    private static final Duration HORIZON = Duration.ofDays(90);

    private final CounterpartyRegister counterparties;
    private final Expectations expectations;
    private final OpenAcknowledgements open;
    private final Ledger ledger;
    private final Clock clock;

    public ExpectedDeliveries(
            CounterpartyRegister counterparties, BusinessCalendar calendar, Ledger ledger, Clock clock) {
        this.counterparties = counterparties;
        this.expectations = new Expectations(calendar, clock.getZone());
        this.open = new OpenAcknowledgements(expectations, ledger);
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Returns the interchanges on which something is expected, acknowledgements among it. */
    public static List<Interchange> among(CounterpartyRegister counterparties) {
        return counterparties.interchanges().stream()
                .filter(each -> each.timing().due() != null || each.conditions().acknowledges() != null)
                .toList();
    }

    /** Returns the interchanges whose transfers acknowledge deliveries. */
    public static List<Interchange> acknowledging(CounterpartyRegister counterparties) {
        return counterparties.interchanges().stream()
                .filter(each -> each.conditions().acknowledges() != null)
                .toList();
    }

    /** Returns what is late or short now, the longest overdue first. */
    public List<LateDelivery> late() {
        Optional<Instant> begun = ledger.movements().begun();
        if (begun.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Instant remembered = now.minus(REMEMBERED);
        return among(counterparties).stream()
                .flatMap(each -> Stream.concat(
                        late(each, begun.get(), remembered, now).stream(),
                        open.late(each, remembered.minus(HORIZON), remembered, now).stream()))
                .sorted(Comparator.comparing(LateDelivery::due).thenComparing(LateDelivery::interchange))
                .toList();
    }

    /**
     * Enters what is late in the ledger and logs it, once for each time that it was due; an acknowledgement that is late,
     * at the delivery itself and once a day.
     *
     * @return what was entered now
     */
    public List<LateDelivery> enterLate() {
        List<LateDelivery> entered = late().stream().filter(this::enterOnce).toList();
        entered.forEach(this::tell);
        return entered;
    }

    private void tell(LateDelivery late) {
        OffsetDateTime due = late.due().atZone(clock.getZone()).toOffsetDateTime();
        if (late.acknowledges() == null) {
            log.warn("{}: due {}, {} of {} have come", late.interchange(), due, late.arrived(), late.expected());
        } else {
            log.warn("{}: due {}, {} is not acknowledged", late.interchange(), due, late.acknowledges());
        }
    }

    private boolean enterOnce(LateDelivery late) {
        TransferId delivered = late.acknowledges();
        if (delivered != null) {
            return chase(late, delivered);
        }
        return !ledger.movements().isEnteredLate(late.interchange(), late.due()) && enter(late);
    }

    /** Whoever reads the ledger sees for how long a delivery was not acknowledged. */
    private boolean chase(LateDelivery late, TransferId delivered) {
        LocalDate today = LocalDate.now(clock);
        boolean said = ledger.acknowledgements()
                .lastChased(delivered)
                .filter(last -> !LocalDate.ofInstant(last, clock.getZone()).isBefore(today))
                .isPresent();
        if (!said) {
            Map<String, Object> details =
                    Map.of("awaited", late.interchange(), "due", late.due().toString());
            ledger.write(write -> {
                write.enter(delivered, EntryKind.LATE, details);
                return true;
            });
        }
        return !said;
    }

    private boolean enter(LateDelivery late) {
        Map<String, Object> details = Map.of(
                "interchange", late.interchange(),
                "due", late.due().toString(),
                "expected", late.expected(),
                "arrived", late.arrived());
        return ledger.write(write -> write.enterLate(late.interchange(), late.due(), details));
    }

    private List<LateDelivery> late(Interchange interchange, Instant begun, Instant remembered, Instant now) {
        Due due = interchange.timing().due();
        if (due == null) {
            return List.of();
        }
        // what was due before takes its arrivals too: else they would pay for what is missing since
        Instant horizon = remembered.minus(HORIZON);
        Instant since = begun.isAfter(horizon) ? begun : horizon;
        List<Expectation> expected =
                expectations.due(due, since, now, request -> ledger.movements().deliveries(request, since)).stream()
                        .filter(each -> isAgreed(interchange, each))
                        .toList();
        List<Integer> arrived =
                arrived(expected, due.files(), ledger.movements().arrivals(interchange.name(), since));
        return IntStream.range(0, expected.size())
                .filter(at ->
                        arrived.get(at) < due.files() && !expected.get(at).due().isBefore(remembered))
                .mapToObj(at ->
                        new LateDelivery(interchange.name(), expected.get(at).due(), due.files(), arrived.get(at)))
                .toList();
    }

    /** Returns how many came for each: first what came in its own time, then what came late and nobody else expected. */
    private static List<Integer> arrived(List<Expectation> expected, int files, List<Instant> arrivals) {
        List<Instant> left = new ArrayList<>(arrivals);
        List<Integer> arrived = new ArrayList<>();
        for (Expectation each : expected) {
            arrived.add(take(left, each::takes, files));
        }
        for (int at = 0; at < arrived.size(); at++) {
            arrived.set(at, arrived.get(at) + take(left, expected.get(at)::mayTake, files - arrived.get(at)));
        }
        return arrived;
    }

    /** Takes the first arrivals that fit out of the list, and returns how many. */
    private static int take(List<Instant> arrivals, Predicate<Instant> fits, int most) {
        int taken = 0;
        for (Iterator<Instant> each = arrivals.iterator(); taken < most && each.hasNext(); ) {
            if (fits.test(each.next())) {
                each.remove();
                taken++;
            }
        }
        return taken;
    }

    private boolean isAgreed(Interchange interchange, Expectation expectation) {
        LocalDate day = LocalDate.ofInstant(expectation.due(), clock.getZone());
        Counterparty party = counterparties.find(interchange.counterparty()).orElseThrow();
        return party.ownSystem()
                || party.agreements().stream()
                        .anyMatch(agreement -> agreement.runsOn(day)
                                && agreement.purposes().stream().anyMatch(interchange.purposes()::contains));
    }
}
