package jp.kenpo.gateway.quarantine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.kenpo.gateway.counterparty.ArrivalPattern;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.preparation.AgreedReading;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.route.RouteRegister;
import jp.kenpo.gateway.schedule.Batches;
import org.jspecify.annotations.Nullable;

/** Sets a transfer back to its beginning, with the payload that it began with; whatever was made of it counts no more. */
public final class Beginning {

    private final CounterpartyRegister counterparties;
    private final RouteRegister routes;
    private final PayloadStore payloads;
    private final AgreedReading reading;
    private final Ledger ledger;

    public Beginning(
            CounterpartyRegister counterparties,
            RouteRegister routes,
            PayloadStore payloads,
            AgreedReading reading,
            Ledger ledger) {
        this.counterparties = counterparties;
        this.routes = routes;
        this.payloads = payloads;
        this.reading = reading;
        this.ledger = ledger;
    }

    /** Returns what keeps the transfer from beginning anew; null if nothing does. */
    @Nullable
    Obstacle obstacle(Transfer transfer) throws IOException {
        if (routes.find(transfer.interchange()).isEmpty()) {
            return Obstacle.NO_ROUTE;
        }
        if (isMisplaced(transfer)) {
            return Obstacle.MISPLACED;
        }
        return !isBatch(transfer) && source(transfer).isEmpty() ? Obstacle.NO_PAYLOAD : null;
    }

    /** No check looks at the place of a file again: what lay in a wrong one goes on only if it would be right today. */
    private boolean isMisplaced(Transfer transfer) {
        boolean forItsPlace = transfer.state() == TransferState.QUARANTINED
                && ledger.sealed(transfer.id(), Set.of(EntryKind.QUARANTINED))
                        .filter(entry -> entry.details().containsKey("errors"))
                        .isEmpty();
        return forItsPlace && !(liesRight(transfer) && answersItsOwn(transfer));
    }

    private boolean liesRight(Transfer transfer) {
        return counterparties
                .interchange(transfer.interchange())
                .filter(agreed -> !(agreed.channel() instanceof FileArrival files)
                        || new ArrivalPattern(files.pattern())
                                .match(transfer.sourcePath())
                                .isPresent())
                .isPresent();
    }

    private boolean answersItsOwn(Transfer transfer) {
        TransferId answers = transfer.answers();
        String party = transfer.party();
        return answers == null
                || party == null
                || ledger.find(answers)
                        .filter(asked -> !party.equals(asked.party()))
                        .isEmpty();
    }

    private boolean isBatch(Transfer transfer) {
        return ledger.sealed(transfer.id(), Set.of(EntryKind.BATCHED)).isPresent();
    }

    /** What was announced begins with the payload of its parent, what came in with its own. */
    private Optional<Transfer> source(Transfer transfer) {
        TransferId parent = transfer.parent();
        Optional<Transfer> source = parent == null
                ? Optional.of(transfer).filter(each -> each.direction() == Direction.IN)
                : ledger.find(parent);
        return source.filter(each -> each.ticket() != null);
    }

    private Ticket kept(Transfer transfer) throws IOException {
        Optional<Entry> batched = ledger.sealed(transfer.id(), Set.of(EntryKind.BATCHED));
        if (batched.isEmpty()) {
            return reading.ticketOf(source(transfer).orElseThrow());
        }
        Ticket now = transfer.ticket();
        String sha256 = String.valueOf(batched.get().details().get("sha256"));
        if (now != null && now.sha256().equals(sha256)) {
            return now;
        }
        byte[] list = Batches.listOf(ledger.parts().of(transfer.id()));
        Ticket again = payloads.keep(new ByteArrayInputStream(list), list.length);
        if (!again.sha256().equals(sha256)) {
            payloads.discard(again);
            throw new IOException("the parts of the batch " + transfer.id() + " are not those that its entry names");
        }
        return again;
    }

    /** Returns what sets the transfer back and tells the running gateway, with an entry of the kind. */
    Function<LedgerWrite, Transfer> work(Transfer transfer, EntryKind kind, Map<String, Object> details)
            throws IOException {
        Ticket kept = kept(transfer);
        details.put("interchange", transfer.interchange());
        details.put("from", transfer.state().label());
        details.put("sha256", kept.sha256());
        details.put("size", kept.size());
        boolean in = transfer.direction() == Direction.IN;
        return write -> {
            Transfer moved = write.move(
                    transfer.id(),
                    Set.of(transfer.state()),
                    in ? TransferState.RECEIVED : TransferState.ANNOUNCED,
                    kind,
                    details);
            write.willSend(transfer.id(), kept, in ? transfer.fileName() : null);
            write.announce(TicketQueues.of(transfer.interchange()), transfer.id());
            return moved;
        };
    }
}
