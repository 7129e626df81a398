package jp.kenpo.gateway.preparation;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.content.report.FindingJson;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;

/** Makes the file that an interchange sends (編成) from a request and from payloads of accepted transfers. */
public final class Composer {

    private static final Set<TransferState> ANNOUNCED = Set.of(TransferState.ANNOUNCED);

    private final Layouts layouts;
    private final PayloadStore store;
    private final Payloads payloads;
    private final Ledger ledger;

    public Composer(Layouts layouts, PayloadStore store, Ledger ledger) {
        this.layouts = layouts;
        this.store = store;
        this.payloads = new Payloads(store, ledger);
        this.ledger = ledger;
    }

    /**
     * Composes the file of an announced transfer; its payload so far is the request.
     *
     * @return false if the transfer is in quarantine now, because the request can't be carried out
     * @throws IOException if a payload can't be read or written
     */
    public boolean compose(TransferId id, String layoutId) throws IOException {
        Transfer transfer = ledger.find(id).orElseThrow();
        if (transfer.state() != TransferState.ANNOUNCED) {
            return !transfer.state().waits();
        }
        Composition composition = layouts.composition(layoutId).orElseThrow();
        try (InputStream request = payloads.open(transfer);
                PayloadStore.Draft draft = store.draft()) {
            List<Finding> findings = composition.compose(request, this::openAccepted, draft.stream());
            // to the end: only there the hash is compared
            request.transferTo(OutputStream.nullOutputStream());
            boolean whole = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
            if (whole) {
                enter(transfer, draft.seal());
            } else {
                quarantine(transfer, findings);
            }
            return whole;
        }
    }

    private void enter(Transfer transfer, Ticket composed) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("sha256", composed.sha256());
        details.put("size", composed.size());
        ledger.write(write -> {
            write.willSend(transfer.id(), composed, null);
            return write.move(transfer.id(), ANNOUNCED, TransferState.COMPOSED, EntryKind.COMPOSED, details);
        });
    }

    private void quarantine(Transfer transfer, List<Finding> findings) {
        ledger.write(write -> {
            write.findings(transfer.id(), findings.stream().map(FindingJson::of).toList());
            Transfer moved = write.move(
                    transfer.id(),
                    ANNOUNCED,
                    TransferState.QUARANTINED,
                    EntryKind.QUARANTINED,
                    Map.of("errors", findings.size()));
            write.failed(transfer.id(), FindingsSummary.of(findings.size(), findings));
            write.announce(ErrorReports.QUEUE, transfer.id());
            return moved;
        });
    }

    /** Opens a transfer that the request names: accepted from outside, or what was handed on from such a one. */
    private InputStream openAccepted(String transferId) throws IOException {
        Transfer transfer;
        try {
            transfer = ledger.find(new TransferId(transferId)).orElseThrow(Composer::notHeld);
        } catch (IllegalArgumentException notAnId) {
            throw notHeld();
        }
        TransferId parent = transfer.parent();
        Transfer source = parent == null ? transfer : ledger.find(parent).orElseThrow(Composer::notHeld);
        if (source.state() != TransferState.ACCEPTED) {
            throw notHeld();
        }
        return payloads.open(source);
    }

    private static FileNotFoundException notHeld() {
        return new FileNotFoundException("no accepted transfer of that id");
    }
}
