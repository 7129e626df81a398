package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.RecordCount;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.MyNumberUse;
import jp.kenpo.gateway.gate.CheckedContent;
import jp.kenpo.gateway.gate.Grant;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.preparation.Projections.Projection;

/** Makes the payload that leaves: only the fields that the grant names, and nothing that nobody declared. */
public final class Minimiser {

    private static final Set<TransferState> GRANTED = Set.of(TransferState.GRANTED);
    private static final Set<TransferState> DONE =
            Set.of(TransferState.MINIMISED, TransferState.DELIVERING, TransferState.DELIVERED);

    private final Layouts layouts;
    private final CounterpartyRegister counterparties;
    private final PayloadStore store;
    private final Payloads payloads;
    private final Ledger ledger;
    private final Projections projections = new Projections();

    public Minimiser(Layouts layouts, CounterpartyRegister counterparties, PayloadStore store, Ledger ledger) {
        this.layouts = layouts;
        this.counterparties = counterparties;
        this.store = store;
        this.payloads = new Payloads(store, ledger);
        this.ledger = ledger;
    }

    /**
     * Cuts the payload of a granted transfer down.
     *
     * @throws ProvisionRefusedException if there is no grant, or nothing would remain of what was granted
     * @throws IOException if a payload can't be read or written
     */
    public void minimise(TransferId id, String layoutId) throws IOException {
        Transfer transfer = ledger.find(id).orElseThrow();
        if (DONE.contains(transfer.state())) {
            return;
        }
        Grant grant = Grant.of(ledger, transfer)
                .orElseThrow(() -> new ProvisionRefusedException("transfer " + id + " has no grant"));
        Permission permission = new Permission(grant.permitted(), masksMyNumbers(transfer), grant.staying());
        refuseUnflagged(layoutId, permission);
        Ticket whole = payloads.ticketOf(transfer);
        Projection projection = projections.of(
                new Projections.Question(whole, layoutId, permission),
                differs -> project(transfer, whole, layouts.content(layoutId), permission, differs));
        enter(transfer, projection, permission);
    }

    private Projection project(
            Transfer transfer, Ticket whole, Content content, Permission permission, Runnable differs)
            throws IOException {
        try (InputStream in = payloads.open(transfer);
                Remainder remainder = new Remainder(store, whole, in, differs)) {
            Optional<RecordCount> count = content.count();
            Projected projected = content.project(remainder.in(), counted(remainder.out(), count), permission);
            // to the end: only there the hash is compared
            remainder.in().transferTo(OutputStream.nullOutputStream());
            if (projected.records() == 0 && projected.recordsIn() > 0) {
                throw new ProvisionRefusedException(
                        "every row of transfer " + transfer.id() + " is held back or left out");
            }
            return new Projection(remainder.seal(), projected, count.map(RecordCount::records));
        }
    }

    private static OutputStream counted(OutputStream out, Optional<RecordCount> count) {
        return count.<OutputStream>map(each -> new CountedOutput(out, each)).orElse(out);
    }

    /** A layout that does not say which rows those are would let all of them pass. */
    private void refuseUnflagged(String layoutId, Permission permission) {
        Set<RowFlag> known = layouts.find(layoutId).map(Layout::flags).orElse(Set.of());
        if (!known.containsAll(permission.staying())) {
            throw new ProvisionRefusedException(
                    "the layout " + layoutId + " does not say which rows are held back or left out");
        }
    }

    /** A content without My Numbers needs no mask, and one that is made of parts that can't be changed has none. */
    private boolean masksMyNumbers(Transfer transfer) {
        boolean agreed = counterparties
                .interchange(transfer.interchange())
                .filter(interchange -> interchange.myNumber() == MyNumberUse.MASK)
                .isPresent();
        return agreed
                && CheckedContent.of(ledger, transfer)
                        .map(CheckedContent::myNumber)
                        .orElse(true);
    }

    private void enter(Transfer transfer, Projection projection, Permission permission) {
        Ticket leaves = projection.remains();
        Projected projected = projection.projected();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("recordsIn", projected.recordsIn());
        details.put("records", projected.records());
        projection.counted().ifPresent(records -> details.put("counted", records));
        details.put("held", projected.held());
        details.put("leftOut", projected.leftOut());
        details.put("fields", new TreeSet<>(projected.left()));
        details.put("removed", new TreeMap<>(projected.removed()));
        if (permission.maskMyNumber()) {
            details.put("myNumber", "masked");
        }
        details.put("sha256", leaves.sha256());
        details.put("size", leaves.size());
        ledger.write(write -> {
            write.willSend(transfer.id(), leaves, null);
            return write.move(transfer.id(), GRANTED, TransferState.MINIMISED, EntryKind.MINIMISED, details);
        });
    }
}
