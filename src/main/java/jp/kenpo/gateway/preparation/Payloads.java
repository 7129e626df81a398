package jp.kenpo.gateway.preparation;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;

/**
 * Opens the payload that belongs to a transfer: the one that its sealed entries name. Whoever may write to the database
 * can put another ticket into the row, and finds nothing opened with it.
 */
final class Payloads {

    private static final Set<EntryKind> NAME_THE_BYTES = Set.of(
            EntryKind.RECEIVED,
            EntryKind.BATCHED,
            EntryKind.COMPOSED,
            EntryKind.MINIMISED,
            EntryKind.RELEASED,
            EntryKind.REPLAYED);

    private final PayloadStore store;
    private final Ledger ledger;

    Payloads(PayloadStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /**
     * Opens the payload; closing it reads the rest, so that the hash of the whole was compared.
     *
     * @throws FileNotFoundException if the transfer has no payload: its arrival was refused
     * @throws jp.kenpo.gateway.ledger.LedgerBrokenException if an entry was changed
     * @throws IOException if the row names another payload than the entries
     */
    InputStream open(Transfer transfer) throws IOException {
        return new Whole(store.open(ticketOf(transfer)));
    }

    /** Returns the ticket in the row if the entries name its bytes; what it throws is told at {@link #open}. */
    Ticket ticketOf(Transfer transfer) throws IOException {
        Ticket ticket = transfer.ticket();
        if (ticket == null) {
            throw new FileNotFoundException("transfer " + transfer.id() + " has no payload");
        }
        if (!ticket.sha256().equals(sealedHash(transfer.id()))) {
            throw new IOException("the payload of transfer " + transfer.id() + " is not the one that its entries name");
        }
        return ticket;
    }

    /** What was announced has the payload of its parent until a file is made out of it. */
    private String sealedHash(TransferId id) {
        Optional<Entry> own = ledger.sealed(id, NAME_THE_BYTES);
        if (own.isPresent()) {
            return detail(own.get(), "sha256");
        }
        return ledger.sealed(id, Set.of(EntryKind.ANNOUNCED))
                .map(announced -> sealedHash(new TransferId(detail(announced, "parent"))))
                .orElse("");
    }

    private static String detail(Entry entry, String name) {
        return String.valueOf(entry.details().get(name));
    }

    private static final class Whole extends FilterInputStream {

        Whole(InputStream payload) {
            super(payload);
        }

        @Override
        public void close() throws IOException {
            try (InputStream payload = in) {
                payload.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
