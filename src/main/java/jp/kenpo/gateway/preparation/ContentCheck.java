package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.Followed;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.report.FindingJson;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.gate.CheckedContent;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.purpose.Direction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the payload of a transfer once as its layout says, unless that was done while it was kept; an error among the findings puts it in quarantine. A My Number
 * (個人番号) is one, unless the interchange agreed otherwise.
 */
public final class ContentCheck {

    private static final Logger log = LoggerFactory.getLogger(ContentCheck.class);
    private static final Set<TransferState> UNCHECKED = Set.of(TransferState.RECEIVED, TransferState.COMPOSED);

    /**
     * What was read.
     *
     * @param records those that are answered one by one
     */
    record Read(Reading reading, List<Followed> records) {}

    private static final String NOT_CONSERVED = "not-conserved";

    private final Layouts layouts;
    private final AgreedReading agreed;
    private final EarlyReadings early;
    private final Ledger ledger;

    /** @param early what was read while it was kept */
    public ContentCheck(
            Layouts layouts,
            CounterpartyRegister counterparties,
            PayloadStore store,
            EarlyReadings early,
            Ledger ledger) {
        this.layouts = layouts;
        this.agreed = new AgreedReading(layouts, counterparties, store, ledger);
        this.early = early;
        this.ledger = ledger;
    }

    /** A check that reads everything itself. */
    public ContentCheck(Layouts layouts, CounterpartyRegister counterparties, PayloadStore store, Ledger ledger) {
        this(layouts, counterparties, store, new EarlyReadings(layouts, counterparties, store, ledger), ledger);
    }

    /**
     * Checks the content.
     *
     * @return false if the transfer is in quarantine now
     * @throws IOException if the payload can't be read
     */
    public boolean check(TransferId id, String layoutId) throws IOException {
        Transfer transfer = ledger.find(id).orElseThrow();
        if (!UNCHECKED.contains(transfer.state())) {
            return !transfer.state().waits();
        }
        Read read = read(transfer, layoutId);
        Reading reading = read.reading();
        Optional<Long> collected = recordsOfParts(transfer);
        if (reading.accepted() && collected.isPresent() && collected.get() != reading.records()) {
            refuse(transfer, reading.records(), collected.get());
            return false;
        }
        ledger.write(write -> enter(write, transfer, layoutId, read));
        log.info(
                "{} read as {}: {} records, {} errors, {} warnings",
                id,
                layoutId,
                reading.records(),
                reading.errors(),
                reading.warnings());
        return reading.accepted();
    }

    private Read read(Transfer transfer, String layoutId) throws IOException {
        Optional<Read> known = early.of(transfer, layoutId);
        if (known.isPresent()) {
            // it is the payload that the sealed entries name, or nothing is checked
            agreed.ticketOf(transfer);
            return known.get();
        }
        List<Followed> records = new ArrayList<>();
        return new Read(agreed.read(transfer, layoutId, records::add), records);
    }

    /** Returns how many records were collected for a batch; empty for what is no batch. */
    private Optional<Long> recordsOfParts(Transfer transfer) {
        return ledger.sealed(transfer.id(), Set.of(EntryKind.BATCHED))
                .map(batched -> batched.details().get("records") instanceof Number records ? records.longValue() : -1L);
    }

    /** What was collected and what would leave differ: nobody knows whose record is missing or there twice. */
    private void refuse(Transfer transfer, long composed, long collected) {
        String why = "the batch has " + composed + " records, its parts have " + collected;
        ledger.write(write -> {
            Transfer refused = write.move(
                    transfer.id(),
                    UNCHECKED,
                    TransferState.REFUSED,
                    EntryKind.REFUSED,
                    Map.of("decision", "refused", "reason", NOT_CONSERVED, "explanation", why));
            write.failed(transfer.id(), NOT_CONSERVED + ": " + why);
            return refused;
        });
    }

    private Transfer enter(LedgerWrite write, Transfer transfer, String layoutId, Read read) {
        Reading reading = read.reading();
        Map<String, Object> details = new LinkedHashMap<>(
                CheckedContent.details(layouts.find(layoutId).orElseThrow(), reading));
        write.counted(transfer.id(), reading.records(), reading.members());
        write.findings(
                transfer.id(), reading.findings().stream().map(FindingJson::of).toList());
        if (reading.accepted()) {
            follow(write, transfer, read.records(), details);
            return write.move(transfer.id(), UNCHECKED, TransferState.CHECKED, EntryKind.CHECKED, details);
        }
        Transfer moved =
                write.move(transfer.id(), UNCHECKED, TransferState.QUARANTINED, EntryKind.QUARANTINED, details);
        write.failed(transfer.id(), FindingsSummary.of(reading.errors(), reading.findings()));
        write.announce(ErrorReports.QUEUE, transfer.id());
        return moved;
    }

    /** What was sent is kept, and what became of it; an answer to nothing that was sent is counted in the entry. */
    private static void follow(
            LedgerWrite write, Transfer transfer, List<Followed> records, Map<String, Object> details) {
        List<String> sent = new ArrayList<>();
        long strangers = 0;
        for (Followed each : records) {
            String outcome = each.outcome();
            if (outcome == null) {
                sent.add(each.key());
            } else if (!write.became(each.key(), outcome, transfer.id())) {
                strangers++;
            }
        }
        if (transfer.direction() == Direction.OUT) {
            write.records(transfer.id(), sent);
        }
        if (strangers > 0) {
            details.put("answersToNothingSent", strangers);
        }
    }
}
