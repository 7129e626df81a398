package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.intake.Onlooker.Sight;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.LedgerWrite.Origin;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.PayloadTooLargeException;
import jp.kenpo.gateway.payload.Ticket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what arrives on an inbound interchange: streamed once, kept, then recorded and announced in one commit.
 *
 * <p>A crash between any two of these repeats work and changes nothing: the same arrival met again is known by its
 * bytes and its place. The caller moves the source aside only when a call has returned.
 */
public final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final PayloadStore payloads;
    private final Ledger ledger;
    private final UnsurePayloads unsure;
    private final Onlooker onlooker;

    public Intake(PayloadStore payloads, Ledger ledger) {
        this(payloads, ledger, Onlooker.NOBODY);
    }

    /** @param onlooker is shown each arrival while it is kept */
    public Intake(PayloadStore payloads, Ledger ledger, Onlooker onlooker) {
        this.payloads = payloads;
        this.ledger = ledger;
        this.onlooker = onlooker;
        this.unsure = new UnsurePayloads(payloads, ledger);
    }

    /**
     * Takes in one file or message.
     *
     * @param place where it lay; {@link Place#MESSAGE} for a message
     * @return the transfer, which may be one that is known already
     * @throws NotWholeException if a file gives more or fewer bytes than it is said to have
     * @throws IOException if the source breaks off or the store fails; nothing is recorded, the source is to stay
     */
    public Transfer take(Interchange interchange, Place place, InputStream in) throws IOException {
        String tooLarge = "larger than " + interchange.maxSize() + " bytes";
        if (place.size() > interchange.maxSize()) {
            return refuse(interchange, place, tooLarge);
        }
        unsure.settle();
        Sight sight = onlooker.look(interchange, place);
        boolean waits = false;
        try {
            Ticket ticket = payloads.keep(sight.of(in), interchange.maxSize());
            sight.kept(ticket);
            Transfer transfer = recordedOrDiscarded(interchange, place, ticket);
            waits = transfer.state() == TransferState.RECEIVED && ticket.equals(transfer.ticket());
            return transfer;
        } catch (PayloadTooLargeException longerThanSaid) {
            return refuse(interchange, place, tooLarge);
        } finally {
            if (!waits) {
                sight.forget();
            }
        }
    }

    private Transfer recordedOrDiscarded(Interchange interchange, Place place, Ticket ticket) throws IOException {
        if (place.path() != null && ticket.size() != place.size()) {
            payloads.discard(ticket);
            throw new NotWholeException(ticket.size(), place.size());
        }
        Transfer transfer = recorded(interchange, place, ticket);
        if (!ticket.equals(transfer.ticket())) {
            payloads.discard(ticket);
        }
        log.info(
                "{} {} is {}",
                interchange.name(),
                transfer.id(),
                transfer.state().label());
        return transfer;
    }

    private Transfer recorded(Interchange interchange, Place place, Ticket ticket) {
        try {
            return ledger.write(write -> record(write, interchange, place, ticket));
        } catch (RuntimeException notRecorded) {
            unsure.add(ticket);
            throw notRecorded;
        }
    }

    /**
     * Records an arrival that is not taken in (a symlink, a directory in place of a file), once for each place.
     *
     * @param why what is wrong, for people; no part of a name
     */
    public Transfer refuse(Interchange interchange, Place place, String why) {
        return ledger.write(write -> {
            Origin origin = Origins.of(write, interchange, place);
            Optional<Transfer> known = metAgain(write, interchange, origin, place);
            if (known.isPresent()) {
                return known.get();
            }
            Transfer transfer = write.record(newTransfer(interchange, TransferState.REFUSED, place, origin, null));
            write.enter(transfer.id(), EntryKind.ARRIVAL_REFUSED, facts(interchange, origin, null, Map.of("why", why)));
            write.failed(transfer.id(), why);
            return transfer;
        });
    }

    private Transfer record(LedgerWrite write, Interchange interchange, Place place, Ticket ticket) {
        Origin origin = Origins.of(write, interchange, place);
        Optional<Transfer> again = metAgain(write, interchange, origin, place).filter(t -> sameBytes(t, ticket));
        if (again.isPresent()) {
            return again.get();
        }
        Optional<Transfer> first = write.sameBytes(interchange.name(), origin, ticket.sha256());
        Optional<String> misplaced = misplaced(interchange, place.path()).or(() -> answersAnother(write, origin));
        if (first.isPresent() && !isPutRight(interchange, first.get(), misplaced)) {
            return duplicate(write, interchange, place, origin, first.get());
        }
        first.ifPresent(wrong -> supersede(write, wrong));
        TransferState state = misplaced.isPresent() ? TransferState.QUARANTINED : TransferState.RECEIVED;
        Transfer transfer = write.record(newTransfer(interchange, state, place, origin, ticket));
        write.enter(transfer.id(), EntryKind.RECEIVED, facts(interchange, origin, ticket, Map.of()));
        if (misplaced.isPresent()) {
            write.enter(transfer.id(), EntryKind.QUARANTINED, Map.of("why", misplaced.get()));
            write.failed(transfer.id(), misplaced.get());
        } else {
            write.announce(TicketQueues.of(interchange.name()), transfer.id());
        }
        return transfer;
    }

    /** A crash after the commit and before the source was moved lets the same arrival be met again. */
    private static Optional<Transfer> metAgain(LedgerWrite write, Interchange interchange, Origin origin, Place place) {
        String source = place.source();
        return source == null ? Optional.empty() : write.sameArrival(interchange.name(), origin.party(), source);
    }

    private static boolean sameBytes(Transfer transfer, Ticket ticket) {
        Ticket known = transfer.ticket();
        return known != null && known.sha256().equals(ticket.sha256());
    }

    /** Records the repetition; it shares the payload of the first. */
    private static Transfer duplicate(
            LedgerWrite write, Interchange interchange, Place place, Origin origin, Transfer first) {
        Transfer transfer =
                write.record(newTransfer(interchange, TransferState.DUPLICATE, place, origin, first.ticket()));
        write.enter(
                transfer.id(),
                EntryKind.DUPLICATE,
                facts(
                        interchange,
                        origin,
                        first.ticket(),
                        Map.of("first", first.id().value())));
        return transfer;
    }

    /** Whether bytes that wait because they lay in the wrong place come again in the right one. */
    private static boolean isPutRight(Interchange interchange, Transfer first, Optional<String> misplaced) {
        return first.state() == TransferState.QUARANTINED
                && misplaced.isEmpty()
                && misplaced(interchange, first.sourcePath()).isPresent();
    }

    private static void supersede(LedgerWrite write, Transfer wrong) {
        write.move(
                wrong.id(),
                Set.of(TransferState.QUARANTINED),
                TransferState.REJECTED,
                EntryKind.REJECTED,
                Map.of("why", "the same bytes came again in the right place"));
    }

    /** Returns what is wrong with the place of the file, for the person who put it there. */
    private static Optional<String> misplaced(Interchange interchange, @Nullable String path) {
        if (interchange.channel() instanceof FileArrival files
                && Origins.match(interchange, path).isEmpty()) {
            return Optional.of("name or folder is not " + files.pattern());
        }
        return Optional.empty();
    }

    /** A party answers what it was asked itself, not what another was. */
    private static Optional<String> answersAnother(LedgerWrite write, Origin origin) {
        TransferId answers = origin.answers();
        String party = origin.party();
        return answers == null || party == null
                ? Optional.empty()
                : write.find(answers)
                        .filter(asked -> !party.equals(asked.party()))
                        .map(asked -> "it answers transfer " + answers + ", which is another party's");
    }

    private static NewTransfer newTransfer(
            Interchange interchange, TransferState state, Place place, Origin origin, @Nullable Ticket ticket) {
        return new NewTransfer(
                interchange.name(),
                interchange.direction(),
                interchange.counterparty(),
                interchange.purposes(),
                state,
                place.fileName(),
                place.source(),
                null,
                origin.party(),
                origin.answers(),
                ticket);
    }

    private static Map<String, Object> facts(
            Interchange interchange, Origin origin, @Nullable Ticket ticket, Map<String, String> more) {
        Map<String, Object> facts = new LinkedHashMap<>(more);
        facts.put("interchange", interchange.name());
        facts.put("counterparty", interchange.counterparty());
        if (origin.party() != null) {
            facts.put("party", origin.party());
        }
        if (origin.answers() != null) {
            facts.put("answers", origin.answers().value());
        }
        if (ticket != null) {
            facts.put("sha256", ticket.sha256());
            facts.put("size", ticket.size());
        }
        return facts;
    }
}
