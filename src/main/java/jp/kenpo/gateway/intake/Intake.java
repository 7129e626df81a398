package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.Onlooker.Sight;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.PayloadTooLargeException;
import jp.kenpo.gateway.payload.Ticket;
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
            return ledger.write(write -> new ArrivalEntry(write, interchange, place).taken(ticket));
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
        var known = new AtomicBoolean();
        Transfer transfer = ledger.write(write -> {
            var entry = new ArrivalEntry(write, interchange, place);
            Optional<Transfer> again = entry.metAgain();
            known.set(again.isPresent());
            return again.orElseGet(() -> entry.refused(why));
        });
        if (!known.get()) {
            log.warn("{} {} is refused: {}", interchange.name(), transfer.id(), why);
        }
        return transfer;
    }
}
