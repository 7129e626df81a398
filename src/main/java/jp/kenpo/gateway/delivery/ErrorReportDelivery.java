package jp.kenpo.gateway.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.gate.ReportRecipient;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the error report (エラー報告) about a transfer where the party that sent it finds it, and nowhere else.
 *
 * <p>The files are named {@code ERROR_<transfer>.csv} and {@code .txt}, whatever the party called its own; after a
 * second check that failed, {@code ERROR_<transfer>_2}; after a rejection, {@code REJECTED_<transfer>}.
 */
public final class ErrorReportDelivery {

    private static final Logger log = LoggerFactory.getLogger(ErrorReportDelivery.class);
    private static final Set<EntryKind> TO_BE_TOLD = Set.of(EntryKind.QUARANTINED, EntryKind.REJECTED);

    private final CounterpartyRegister counterparties;
    private final Function<Counterparty, Outbox> outboxes;
    private final Function<Transfer, Map<String, byte[]>> reports;
    private final Ledger ledger;
    private final Remains remains;
    private final Map<String, Outbox> byCounterparty = new ConcurrentHashMap<>();

    /**
     * Prepares the delivery; nothing is connected yet.
     *
     * @param reports makes the files of a report, by their extension; the same at each call
     */
    public ErrorReportDelivery(
            CounterpartyRegister counterparties,
            Function<Counterparty, Outbox> outboxes,
            Function<Transfer, Map<String, byte[]>> reports,
            Ledger ledger) {
        this.counterparties = counterparties;
        this.outboxes = outboxes;
        this.reports = reports;
        this.ledger = ledger;
        this.remains = new Remains(counterparties, ledger, this::due);
    }

    /**
     * Delivers the report and enters that it was; does nothing where none is due. Repeating a call is harmless.
     *
     * @throws IOException if the party's side failed; a later call goes on
     */
    public void deliver(TransferId id) throws IOException {
        Transfer transfer = ledger.find(id).orElseThrow();
        Optional<ReportRecipient> recipient = ReportRecipient.of(ledger, counterparties, transfer);
        if (recipient.isEmpty()) {
            log.info("{} {}: no error report is due", transfer.interchange(), id);
            return;
        }
        Outbox outbox = outbox(recipient.get().counterparty());
        List<Parcel> parcels = parcels(transfer, recipient.get());
        if (!isReported(transfer)) {
            for (Parcel parcel : parcels) {
                outbox.put(parcel);
            }
            ledger.write(write -> {
                write.enter(id, EntryKind.ERROR_REPORTED, facts(recipient.get(), parcels));
                return id;
            });
            log.info(
                    "{} {}: error report given to {}",
                    transfer.interchange(),
                    id,
                    recipient.get().counterparty().id());
        }
        for (Parcel parcel : parcels) {
            outbox.settled(parcel.key());
        }
    }

    /**
     * Has removed what broken deliveries left at a counterparty and nobody goes on with: reports that are not due any more,
     * and files of interchanges that were taken out of the configuration.
     *
     * @return whether there was anything, so that the counterparty was asked
     * @throws IOException if nobody can look now
     */
    public boolean tidy(Counterparty counterparty) throws IOException {
        return outbox(counterparty).tidy(remains::has);
    }

    private Outbox outbox(Counterparty counterparty) {
        return byCounterparty.computeIfAbsent(counterparty.id(), id -> outboxes.apply(counterparty));
    }

    private Optional<String> due(Transfer transfer) {
        return ReportRecipient.of(ledger, counterparties, transfer)
                .filter(recipient -> !isReported(transfer))
                .map(recipient -> name(transfer));
    }

    /** Enters that an attempt failed, once for each check: it is tried again until it succeeds. */
    public void failed(TransferId id, String error) {
        if (!isAfterTheCheck(ledger.find(id).orElseThrow(), EntryKind.ERROR_REPORT_FAILED)) {
            ledger.write(write -> {
                write.enter(id, EntryKind.ERROR_REPORT_FAILED, Map.of("error", error));
                return id;
            });
        }
    }

    private boolean isReported(Transfer transfer) {
        return isAfterTheCheck(transfer, EntryKind.ERROR_REPORTED);
    }

    /** Only a rejection with a reason is told besides the check. */
    private boolean isAfterTheCheck(Transfer transfer, EntryKind kind) {
        Set<EntryKind> told =
                ReportRecipient.rejection(ledger, transfer).isPresent() ? TO_BE_TOLD : Set.of(EntryKind.QUARANTINED);
        long checked = ledger.sealed(transfer.id(), told).map(Entry::number).orElse(0L);
        return ledger.sealed(transfer.id(), Set.of(kind))
                .filter(entry -> entry.number() > checked)
                .isPresent();
    }

    private List<Parcel> parcels(Transfer transfer, ReportRecipient recipient) {
        String name = name(transfer);
        List<Parcel> parcels = new ArrayList<>();
        reports.apply(transfer).forEach((extension, bytes) -> {
            String fileName = name + "." + extension;
            parcels.add(new Parcel(
                    fileName,
                    recipient.party(),
                    recipient.folder(),
                    fileName,
                    bytes.length,
                    sha256(bytes),
                    () -> new ByteArrayInputStream(bytes)));
        });
        return parcels;
    }

    private String name(Transfer transfer) {
        if (ReportRecipient.rejection(ledger, transfer).isPresent()) {
            return "REJECTED_" + transfer.id();
        }
        long checks = ledger.entriesOf(transfer.id()).stream()
                .filter(entry -> entry.kind() == EntryKind.QUARANTINED)
                .count();
        return "ERROR_" + transfer.id() + (checks > 1 ? "_" + checks : "");
    }

    private static Map<String, Object> facts(ReportRecipient recipient, List<Parcel> parcels) {
        return Map.of(
                "counterparty",
                recipient.counterparty().id(),
                "files",
                parcels.stream()
                        .map(parcel -> Map.of("file", parcel.path(), "size", parcel.size(), "sha256", parcel.sha256()))
                        .toList());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
