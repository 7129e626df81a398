package jp.kenpo.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.AnnouncedFile;
import jp.kenpo.gateway.counterparty.Interchange.FileDelivery;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;

/** Makes the parcels of one interchange: as which file, in which folder, the payload of a transfer is handed over. */
final class Parcels {

    private final Interchange interchange;
    private final PayloadStore payloads;
    private final Ledger ledger;

    Parcels(Interchange interchange, PayloadStore payloads, Ledger ledger) {
        this.interchange = interchange;
        this.payloads = payloads;
        this.ledger = ledger;
    }

    /** Returns the parcel of a transfer, named by when its content arrived. */
    Parcel of(Transfer transfer, Ticket ticket) {
        return of(transfer, ticket, arrived(transfer));
    }

    /** Returns the parcel as it is named if the content arrived at that time. */
    Parcel of(Transfer transfer, Ticket ticket, Instant arrived) {
        String folder;
        String pattern;
        if (interchange.channel() instanceof FileDelivery files) {
            folder = files.folder();
            pattern = files.fileName();
        } else if (interchange.channel() instanceof AnnouncedFile files) {
            folder = files.folder();
            pattern = files.fileName();
        } else {
            throw new ProvisionRefusedException(interchange.name() + ": transfer " + transfer.id()
                    + " is on an interchange that delivers no files");
        }
        String name = DeliveryName.of(pattern, transfer, arrived, ticket.sha256());
        String path = folder.isEmpty() ? name : folder + "/" + name;
        return new Parcel(
                DeliveryKey.of(transfer, ticket),
                transfer.party(),
                folder,
                name,
                ticket.size(),
                ticket.sha256(),
                () -> payloads.open(ticket),
                () -> ledger.movements().begunAs(transfer.counterparty(), path, transfer.id()),
                () -> ledger.write(write -> {
                    write.willBeThere(transfer.id(), ticket.sha256());
                    return transfer;
                }));
    }

    private Instant arrived(Transfer transfer) {
        return Optional.ofNullable(transfer.parent())
                .flatMap(ledger::find)
                .orElse(transfer)
                .receivedAt();
    }
}
