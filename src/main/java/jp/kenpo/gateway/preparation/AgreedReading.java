package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Followed;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.counterparty.ArrivalPattern;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.counterparty.MyNumberUse;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import org.jspecify.annotations.Nullable;

/** Reads the payload of a transfer as its layout says and as was agreed on My Numbers (個人番号); enters nothing. */
public final class AgreedReading {

    private final Layouts layouts;
    private final CounterpartyRegister counterparties;
    private final Payloads payloads;

    public AgreedReading(Layouts layouts, CounterpartyRegister counterparties, PayloadStore store, Ledger ledger) {
        this.layouts = layouts;
        this.counterparties = counterparties;
        this.payloads = new Payloads(store, ledger);
    }

    /**
     * Reads the content.
     *
     * @param records is given each record that is answered one by one
     * @throws IOException if the payload can't be read
     */
    public Reading read(Transfer transfer, String layoutId, Consumer<Followed> records) throws IOException {
        try (InputStream in = payloads.open(transfer)) {
            return read(in, transfer.interchange(), transfer.sourcePath(), layoutId, records);
        }
    }

    /**
     * Reads what lay at a path below the folder of an interchange.
     *
     * @param path null for a message
     * @throws IOException if the stream can't be read
     */
    Reading read(InputStream in, String interchange, @Nullable String path, String layoutId, Consumer<Followed> records)
            throws IOException {
        return asAgreed(interchange, layouts.content(layoutId).read(in, arrival(interchange, path), records));
    }

    /**
     * Returns the ticket of the payload that the sealed entries of the transfer name.
     *
     * @throws IOException if it has none, or its row names another
     */
    public Ticket ticketOf(Transfer transfer) throws IOException {
        return payloads.ticketOf(transfer);
    }

    private Reading asAgreed(String interchange, Reading reading) {
        MyNumberUse agreed = counterparties
                .interchange(interchange)
                .map(Interchange::myNumber)
                .orElse(MyNumberUse.REFUSE);
        return switch (agreed) {
            case REFUSE -> reading.refusingMyNumbers();
            case MASK -> reading.maskingMyNumbers();
            case PERMITTED -> reading.permittingMyNumbers();
        };
    }

    private Arrival arrival(String interchange, @Nullable String path) {
        return counterparties
                .interchange(interchange)
                .map(Interchange::channel)
                .filter(FileArrival.class::isInstance)
                .flatMap(channel -> new ArrivalPattern(((FileArrival) channel).pattern()).match(path))
                .map(match -> new Arrival(match.fileName(), match.month(), match.insurerNumber()))
                .orElse(Arrival.UNKNOWN);
    }
}
