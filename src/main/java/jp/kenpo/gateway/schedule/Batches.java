package jp.kenpo.gateway.schedule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.Parts;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects accepted transfers and makes one transfer of them at the cut-off of each business day (日次まとめ).
 *
 * <p>What is collected stands in the ledger with its cut-off, in the commit that accepts it. The payload of a batch is the
 * list of its parts: UTF-8, one transfer id a line, each line ended by LF, in the order in which they arrived. It is kept
 * first, then one commit records the batch, its parts and the ticket: a crash between the two leaves a payload that the
 * next start sweeps, and nothing else. A gateway that was down at the cut-off makes the batch when it runs again.
 */
public final class Batches {

    private static final Logger log = LoggerFactory.getLogger(Batches.class);

    private final CounterpartyRegister counterparties;
    private final BusinessCalendar calendar;
    private final PayloadStore payloads;
    private final Ledger ledger;
    private final Clock clock;

    public Batches(
            CounterpartyRegister counterparties,
            BusinessCalendar calendar,
            PayloadStore payloads,
            Ledger ledger,
            Clock clock) {
        this.counterparties = counterparties;
        this.calendar = calendar;
        this.payloads = payloads;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Has a transfer wait for the next cut-off of the interchange, in the commit that accepts it.
     *
     * @return the cut-off; what comes at that very moment waits for the one after it
     * @throws IllegalArgumentException if no cut-off is agreed for the interchange
     */
    public Instant collect(LedgerWrite write, TransferId part, Interchange interchange) {
        LocalTime time = interchange.timing().cutOff();
        if (time == null) {
            throw new IllegalArgumentException("no cut-off is agreed for " + interchange.name());
        }
        Instant now = write.now();
        // a clock that was put back must not add to a day that is closed
        Instant open = write.lastCutOff(interchange.name())
                .filter(last -> last.isAfter(now))
                .orElse(now);
        Instant cutOff = cutOffAfter(open, time);
        write.collect(part, interchange.name(), cutOff);
        return cutOff;
    }

    private Instant cutOffAfter(Instant from, LocalTime time) {
        LocalDate day = LocalDate.ofInstant(from, clock.getZone());
        Instant sameDay = ZonedDateTime.of(day, time, clock.getZone()).toInstant();
        return calendar.isBusinessDay(day) && sameDay.isAfter(from)
                ? sameDay
                : ZonedDateTime.of(calendar.after(day), time, clock.getZone()).toInstant();
    }

    /**
     * Makes a batch for each cut-off that has come and has parts.
     *
     * @return the batches made; empty if nothing was collected
     * @throws IOException if a list can't be kept; what waits is made into a batch later
     */
    public List<TransferId> makeDue() throws IOException {
        List<TransferId> made = new ArrayList<>();
        for (Parts.Waiting waiting : ledger.parts().waiting(clock.instant())) {
            Optional<Interchange> interchange = counterparties.interchange(waiting.interchange());
            if (interchange.isPresent()) {
                make(interchange.get(), waiting).ifPresent(made::add);
            } else {
                log.error(
                        "{} transfers wait for a batch on {}, which is not agreed any more",
                        waiting.parts().size(),
                        waiting.interchange());
            }
        }
        return made;
    }

    private Optional<TransferId> make(Interchange interchange, Parts.Waiting waiting) throws IOException {
        byte[] list = listOf(waiting.parts());
        Ticket ticket = payloads.keep(new ByteArrayInputStream(list), list.length);
        Optional<Transfer> batch = ledger.write(write -> record(write, interchange, waiting, ticket));
        if (batch.isEmpty()) {
            payloads.discard(ticket);
            return Optional.empty();
        }
        log.info(
                "{} {} is a batch of {} transfers",
                interchange.name(),
                batch.get().id(),
                waiting.parts().size());
        return batch.map(Transfer::id);
    }

    /** Returns the payload of a batch of these parts. */
    public static byte[] listOf(List<TransferId> parts) {
        return parts.stream()
                .map(part -> part.value() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Records the batch, unless another process made it meanwhile. */
    private Optional<Transfer> record(
            LedgerWrite write, Interchange interchange, Parts.Waiting waiting, Ticket ticket) {
        List<TransferId> parts = write.waiting(interchange.name(), waiting.cutOff());
        if (!parts.equals(waiting.parts())) {
            return Optional.empty();
        }
        Transfer batch = write.record(new NewTransfer(
                interchange.name(),
                interchange.direction(),
                interchange.counterparty(),
                interchange.purposes(),
                TransferState.ANNOUNCED,
                null,
                null,
                null,
                ticket));
        write.batch(batch.id(), interchange.name(), waiting.cutOff());
        write.enter(batch.id(), EntryKind.BATCHED, facts(write, interchange, waiting, ticket));
        for (TransferId part : parts) {
            write.enter(
                    part, EntryKind.COLLECTED, Map.of("batch", batch.id().value(), "interchange", interchange.name()));
        }
        write.announce(TicketQueues.of(interchange.name()), batch.id());
        return Optional.of(batch);
    }

    private static Map<String, Object> facts(
            LedgerWrite write, Interchange interchange, Parts.Waiting waiting, Ticket ticket) {
        long records = 0;
        for (TransferId part : waiting.parts()) {
            Long counted = write.find(part).orElseThrow().records();
            records += counted == null ? 0 : counted;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("interchange", interchange.name());
        facts.put("cutOff", waiting.cutOff().toString());
        facts.put("parts", waiting.parts().size());
        facts.put("records", records);
        facts.put("sha256", ticket.sha256());
        facts.put("size", ticket.size());
        return facts;
    }
}
