package jp.kenpo.gateway.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.AnnouncedFile;
import jp.kenpo.gateway.gate.Conservation;
import jp.kenpo.gateway.gate.Grant;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.StateConflictException;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers minimised transfers of one interchange. */
public final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Set<TransferState> READY = Set.of(TransferState.MINIMISED);
    /** Held is not among them: a release sends the same file, if nothing else. */
    private static final Set<TransferState> SENDS_NOTHING =
            Set.of(TransferState.REJECTED, TransferState.REFUSED, TransferState.QUARANTINED);

    private static final Set<TransferState> UNDER_WAY = Set.of(TransferState.DELIVERING);

    private final Interchange interchange;
    private final Outbox outbox;
    private final Parcels parcels;
    private final Ledger ledger;
    private final Conservation conservation;

    public Delivery(
            Interchange interchange, Outbox outbox, PayloadStore payloads, Ledger ledger, Conservation conservation) {
        this.interchange = interchange;
        this.outbox = outbox;
        this.parcels = new Parcels(interchange, payloads, ledger);
        this.ledger = ledger;
        this.conservation = conservation;
    }

    /**
     * Hands a transfer over and enters that it was delivered.
     *
     * @return false if nothing was sent: it is held now, because not every record is accounted for or it may have been sent
     *     before a restore; or a person rejected it
     * @throws ProvisionRefusedException if the ledger holds no grant for these bytes on this interchange
     * @throws IOException if the counterparty's side failed; a later call goes on
     */
    public boolean deliver(TransferId id) throws IOException {
        Transfer transfer = ledger.find(id).orElseThrow();
        if (transfer.state() == TransferState.DELIVERED) {
            outbox.settled(DeliveryKey.of(transfer, Objects.requireNonNull(transfer.ticket())));
            return true;
        }
        if (transfer.state() == TransferState.REJECTED) {
            return false;
        }
        Ticket ticket = granted(transfer);
        Parcel parcel = parcels.of(transfer, ticket);
        if (transfer.state() == TransferState.MINIMISED) {
            if (!conservation.holds(transfer)) {
                return false;
            }
            Optional<LostTime> lost = LostTime.of(ledger);
            if (lost.isPresent()) {
                Optional<Parcel> there = leftInside(lost.get(), transfer, ticket, parcel);
                if (there.isPresent()) {
                    return found(transfer, ticket, there.get());
                } else if (!lost.get().isLetGo(ledger, transfer)) {
                    return hold(transfer, ticket, parcel, lost.get());
                }
            }
            ledger.write(write -> start(write, transfer, ticket, parcel));
        }
        return put(transfer, parcel);
    }

    private boolean put(Transfer transfer, Parcel parcel) throws IOException {
        try {
            outbox.put(parcel);
        } catch (StateConflictException moved) {
            if (ledger.find(transfer.id()).orElseThrow().state() != TransferState.REJECTED) {
                throw moved;
            }
            log.info("{} {} was rejected while it was put: it is not given", interchange.name(), transfer.id());
            if (moved.getSuppressed().length > 0) {
                log.warn("{} its draft can't be removed; it is at the next start", transfer.id());
            }
            return false;
        }
        ledger.write(write -> delivered(write, transfer, parcel, facts(parcel)));
        outbox.settled(parcel.key());
        log.info("{} {} delivered, {} bytes", interchange.name(), transfer.id(), parcel.size());
        return true;
    }

    /**
     * Has removed what broken deliveries of this interchange left at the counterparty and that goes out no more: their
     * transfers were rejected, wait for a person after a new decision, are leaving as other bytes, or were delivered by
     * another gateway of this ledger.
     *
     * @return whether there was anything, so that the counterparty was asked
     * @throws IOException if nobody can look now
     */
    public boolean tidy() throws IOException {
        return outbox.tidy(key -> DeliveryKey.transferOf(key)
                .flatMap(ledger::find)
                .filter(transfer -> transfer.interchange().equals(interchange.name()))
                .filter(transfer -> goesOutNoMore(transfer, key))
                .isPresent());
    }

    private boolean goesOutNoMore(Transfer transfer, String key) {
        if (transfer.state() == TransferState.DELIVERING) {
            return !DeliveryKey.of(transfer, Objects.requireNonNull(transfer.ticket()))
                    .equals(key);
        }
        return SENDS_NOTHING.contains(transfer.state())
                || (transfer.state() == TransferState.DELIVERED && !Remains.isMarkedByHand(ledger, transfer));
    }

    /**
     * Looks whether the file lies there, under its name of today or of a day of the lost time, and is no other transfer's.
     */
    private Optional<Parcel> leftInside(LostTime lost, Transfer transfer, Ticket ticket, Parcel today)
            throws IOException {
        Map<String, Parcel> names = new LinkedHashMap<>(Map.of(today.path(), today));
        for (Instant day : lost.days()) {
            Parcel parcel = parcels.of(transfer, ticket, day);
            names.putIfAbsent(parcel.path(), parcel);
        }
        for (Parcel parcel : names.values()) {
            if (outbox.has(parcel) && parcel.others().begun().isEmpty()) {
                return Optional.of(parcel);
            }
        }
        return Optional.empty();
    }

    /** Whether the message that tells of it went out before the time was lost, nobody knows: it goes out now. */
    private boolean found(Transfer transfer, Ticket ticket, Parcel there) {
        ledger.write(write -> {
            start(write, transfer, ticket, there);
            Map<String, Object> facts = facts(there);
            facts.put("foundThere", true);
            return delivered(write, transfer, there, facts);
        });
        log.info("{} {} lay at the counterparty already and is not sent again", interchange.name(), transfer.id());
        return true;
    }

    /** The entry of the beginning says under which name it would go, so that a person can mark it as delivered. */
    private boolean hold(Transfer transfer, Ticket ticket, Parcel parcel, LostTime lost) {
        ledger.write(write -> {
            start(write, transfer, ticket, parcel);
            Map<String, Object> facts = Map.of("error", lost.why(), "reason", "restored", "restore", lost.number());
            write.noteMayBeThere(transfer.id());
            Transfer held = write.move(transfer.id(), UNDER_WAY, TransferState.HELD, EntryKind.HELD, facts);
            write.failed(transfer.id(), lost.why());
            return held;
        });
        return false;
    }

    /** Returns the payload that was granted and minimised for this interchange, and nothing else. */
    private Ticket granted(Transfer transfer) {
        if (!transfer.interchange().equals(interchange.name())) {
            throw refused(transfer, "belongs to another interchange");
        }
        if (Grant.of(ledger, transfer).isEmpty()) {
            throw refused(transfer, "has no grant; purpose: must come before counterparty:");
        }
        if (transfer.state() != TransferState.MINIMISED && transfer.state() != TransferState.DELIVERING) {
            throw refused(transfer, "is " + transfer.state().label() + "; minimise: must come before counterparty:");
        }
        Ticket ticket = transfer.ticket();
        Optional<Entry> minimised = ledger.sealed(transfer.id(), Set.of(EntryKind.MINIMISED));
        if (ticket == null
                || minimised.isEmpty()
                || !ticket.sha256().equals(minimised.get().details().get("sha256"))) {
            throw refused(transfer, "would send other bytes than were granted");
        }
        return ticket;
    }

    private ProvisionRefusedException refused(Transfer transfer, String why) {
        return new ProvisionRefusedException(interchange.name() + ": transfer " + transfer.id() + " " + why);
    }

    private Transfer start(LedgerWrite write, Transfer transfer, Ticket ticket, Parcel parcel) {
        write.willSend(transfer.id(), ticket, parcel.fileName());
        return write.move(transfer.id(), READY, TransferState.DELIVERING, EntryKind.DELIVERY_STARTED, facts(parcel));
    }

    private Transfer delivered(LedgerWrite write, Transfer transfer, Parcel parcel, Map<String, Object> facts) {
        Transfer delivered = write.move(transfer.id(), UNDER_WAY, TransferState.DELIVERED, EntryKind.DELIVERED, facts);
        if (interchange.channel() instanceof AnnouncedFile files) {
            write.announce(files.queue(), transfer.id(), FileEvent.of(delivered, parcel, write.now()));
        }
        return delivered;
    }

    private Map<String, Object> facts(Parcel parcel) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("counterparty", interchange.counterparty());
        if (parcel.party() != null) {
            facts.put("party", parcel.party());
        }
        facts.put("file", parcel.path());
        facts.put("size", parcel.size());
        facts.put("sha256", parcel.sha256());
        return facts;
    }
}
