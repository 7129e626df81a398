package jp.kenpo.gateway.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.LedgerWrite.NewTransfer;
import jp.kenpo.gateway.ledger.LedgerWrite.Origin;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger is told of one arrival, in one commit: a new transfer and its first entries, or that it is known.
 *
 * <p>Bytes that came before on the same interchange are a duplicate, except where the first lay in a wrong place.
 */
final class ArrivalEntry {

    private final LedgerWrite write;
    private final Interchange interchange;
    private final Place place;
    private final Origin origin;

    ArrivalEntry(LedgerWrite write, Interchange interchange, Place place) {
        this.write = write;
        this.interchange = interchange;
        this.place = place;
        this.origin = Origins.of(write, interchange, place);
    }

    /** Returns the transfer of this arrival: a crash after the commit and before the source was moved lets it be met again. */
    Optional<Transfer> metAgain() {
        String source = place.source();
        return source == null ? Optional.empty() : write.sameArrival(interchange.name(), origin.party(), source);
    }

    /** Records an arrival of which nothing is kept. */
    Transfer refused(String why) {
        Transfer transfer = write.record(newTransfer(TransferState.REFUSED, null));
        write.enter(transfer.id(), EntryKind.ARRIVAL_REFUSED, facts(null, Map.of("why", why)));
        write.failed(transfer.id(), why);
        return transfer;
    }

    /** Records an arrival whose payload is kept, and announces it where it is neither known nor misplaced. */
    Transfer taken(Ticket ticket) {
        Optional<Transfer> again = metAgain().filter(known -> sameBytes(known, ticket));
        if (again.isPresent()) {
            return again.get();
        }
        Optional<Transfer> first = write.sameBytes(interchange.name(), origin, ticket.sha256());
        Optional<String> misplaced = misplaced(place.path()).or(this::answersAnother);
        if (first.isPresent() && !isPutRight(first.get(), misplaced)) {
            return duplicate(first.get());
        }
        first.ifPresent(this::supersede);
        return recorded(ticket, misplaced);
    }

    private Transfer recorded(Ticket ticket, Optional<String> misplaced) {
        TransferState state = misplaced.isPresent() ? TransferState.QUARANTINED : TransferState.RECEIVED;
        Transfer transfer = write.record(newTransfer(state, ticket));
        write.enter(transfer.id(), EntryKind.RECEIVED, facts(ticket, Map.of()));
        if (misplaced.isPresent()) {
            write.enter(transfer.id(), EntryKind.QUARANTINED, Map.of("why", misplaced.get()));
            write.failed(transfer.id(), misplaced.get());
        } else {
            write.announce(TicketQueues.of(interchange.name()), transfer.id());
        }
        return transfer;
    }

    private static boolean sameBytes(Transfer transfer, Ticket ticket) {
        Ticket known = transfer.ticket();
        return known != null && known.sha256().equals(ticket.sha256());
    }

    /** Records the repetition; it shares the payload of the first. */
    private Transfer duplicate(Transfer first) {
        Ticket shared = first.ticket();
        Transfer transfer = write.record(newTransfer(TransferState.DUPLICATE, shared));
        write.enter(
                transfer.id(),
                EntryKind.DUPLICATE,
                facts(shared, Map.of("first", first.id().value())));
        return transfer;
    }

    /** Whether bytes that wait because they lay in the wrong place come again in the right one. */
    private boolean isPutRight(Transfer first, Optional<String> misplaced) {
        return first.state() == TransferState.QUARANTINED
                && misplaced.isEmpty()
                && misplaced(first.sourcePath()).isPresent();
    }

    private void supersede(Transfer wrong) {
        write.move(
                wrong.id(),
                Set.of(TransferState.QUARANTINED),
                TransferState.REJECTED,
                EntryKind.REJECTED,
                Map.of("why", "the same bytes came again in the right place"));
    }

    /** Returns what is wrong with the place of the file, for the person who put it there. */
    private Optional<String> misplaced(@Nullable String path) {
        if (interchange.channel() instanceof FileArrival files
                && Origins.match(interchange, path).isEmpty()) {
            return Optional.of("name or folder is not " + files.pattern());
        }
        return Optional.empty();
    }

    /** A party answers what it was asked itself, not what another was. */
    private Optional<String> answersAnother() {
        TransferId answers = origin.answers();
        String party = origin.party();
        return answers == null || party == null
                ? Optional.empty()
                : write.find(answers)
                        .filter(asked -> !party.equals(asked.party()))
                        .map(asked -> "it answers transfer " + answers + ", which is another party's");
    }

    private NewTransfer newTransfer(TransferState state, @Nullable Ticket ticket) {
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

    private Map<String, Object> facts(@Nullable Ticket ticket, Map<String, String> more) {
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
