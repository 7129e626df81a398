package jp.kenpo.gateway.preparation;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.MembersNamed;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.ProvisionText;
import jp.kenpo.gateway.counterparty.Party;
import jp.kenpo.gateway.disclosure.ProvisionRecord;
import jp.kenpo.gateway.disclosure.Provisions;
import jp.kenpo.gateway.gate.CheckedContent;
import jp.kenpo.gateway.gate.Grant;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.payload.PayloadStore;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.LegalCharacter;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record of a third-party provision or receipt down before the data moves, so that none can move without one.
 * It counts only when the transfer was delivered or accepted. An entrustment has none.
 *
 * <p>Source: 個人情報保護法 第29条・第30条.
 */
public final class ProvisionNotes {

    private final Layouts layouts;
    private final Supplier<MembersNamed> named;
    private final CounterpartyRegister counterparties;
    private final PurposeRegister purposes;
    private final PayloadStore store;
    private final Payloads payloads;
    private final Ledger ledger;
    private final Provisions provisions;

    /** @param named opened when the first member is to be named */
    public ProvisionNotes(
            Layouts layouts,
            Supplier<MembersNamed> named,
            CounterpartyRegister counterparties,
            PurposeRegister purposes,
            PayloadStore store,
            Ledger ledger,
            Provisions provisions) {
        this.layouts = layouts;
        this.named = named;
        this.counterparties = counterparties;
        this.purposes = purposes;
        this.store = store;
        this.payloads = new Payloads(store, ledger);
        this.ledger = ledger;
        this.provisions = provisions;
    }

    /**
     * Records a granted transfer, if it is a provision or a receipt. Does nothing where that is done, or the transfer is
     * further on its way.
     *
     * @throws ProvisionRefusedException if there is no grant
     * @throws IOException if the payload can't be read
     */
    public void note(TransferId id) throws IOException {
        Transfer transfer = ledger.find(id).orElseThrow();
        if (transfer.state() != TransferState.GRANTED || !isProvision(transfer) || provisions.has(id)) {
            return;
        }
        Grant grant = Grant.of(ledger, transfer)
                .orElseThrow(() -> new ProvisionRefusedException("transfer " + id + " has no grant"));
        provisions.record(record(transfer, grant));
    }

    /**
     * Keeps a provision from moving without a record.
     *
     * @throws ProvisionRefusedException if it has none
     */
    public void require(TransferId id) {
        Transfer transfer = ledger.find(id).orElseThrow();
        if (isProvision(transfer) && !provisions.has(id)) {
            throw new ProvisionRefusedException("transfer " + id + " is a third-party provision without a record");
        }
    }

    private boolean isProvision(Transfer transfer) {
        return counterparties
                .interchange(transfer.interchange())
                .filter(agreed -> agreed.legalCharacter() == LegalCharacter.THIRD_PARTY_PROVISION)
                .isPresent();
    }

    private ProvisionRecord record(Transfer transfer, Grant grant) throws IOException {
        Interchange agreed = counterparties.interchange(transfer.interchange()).orElseThrow();
        Purpose purpose = purposes.find(grant.purpose()).orElseThrow();
        Body body = body(transfer);
        ProvisionText text = agreed.conditions().provisionRecord();
        String basis = text == null ? null : text.basis();
        return new ProvisionRecord(
                transfer.id().value(),
                transfer.interchange(),
                transfer.direction(),
                purpose.id() + " " + purpose.wording(),
                body.id(),
                body.name(),
                body.address(),
                body.representative(),
                members(transfer, grant),
                CheckedContent.of(ledger, transfer).map(CheckedContent::records).orElse(0L),
                items(grant.permitted()),
                basis == null ? purpose.legalBasis() : basis,
                text == null ? null : text.acquisition(),
                purpose.recordDuty());
    }

    private record Body(
            String id,
            String name,
            @Nullable String address,
            @Nullable String representative) {}

    private Body body(Transfer transfer) {
        Optional<Party> party = Optional.ofNullable(transfer.party())
                .flatMap(counterparties::party)
                .filter(each -> each.counterparty().equals(transfer.counterparty()));
        if (party.isPresent()) {
            Party one = party.get();
            return new Body(one.id(), one.name(), one.address(), one.representative());
        }
        Counterparty one = counterparties.find(transfer.counterparty()).orElseThrow();
        Counterparty.Seat seat = one.seat();
        return new Body(
                one.id(),
                one.name(),
                seat == null ? null : seat.address(),
                seat == null ? null : seat.representative());
    }

    private List<String> items(Set<String> fields) {
        return fields.stream().sorted().map(this::item).toList();
    }

    private String item(String field) {
        int dot = field.indexOf('.');
        return purposes.category(field.substring(0, dot))
                .map(category -> category.fields().get(field.substring(dot + 1)))
                .map(named -> named.name())
                .orElse(field);
    }

    /** Members are named from what was granted, before it is cut down: what leaves may name nobody. */
    private List<ProvisionRecord.Member> members(Transfer transfer, Grant grant) throws IOException {
        String layout =
                CheckedContent.of(ledger, transfer).map(CheckedContent::layout).orElseThrow();
        try (InputStream whole = payloads.open(transfer)) {
            List<MemberIdentity> members =
                    grant.staying().isEmpty() ? named.get().in(layout, whole) : leaving(layout, whole, grant);
            return members.stream()
                    .map(each -> new ProvisionRecord.Member(
                            each.insurerNumber(), each.symbol(), each.number(), each.distinction()))
                    .toList();
        }
    }

    /** Rows that stay are left away first, with every field of the others. */
    private List<MemberIdentity> leaving(String layout, InputStream whole, Grant grant) throws IOException {
        Set<String> all = layouts.find(layout).orElseThrow().fields();
        Ticket passing;
        try (PayloadStore.Draft draft = store.draft()) {
            layouts.content(layout).project(whole, draft.stream(), new Permission(all, false, grant.staying()));
            passing = draft.seal();
        }
        try (InputStream rows = store.open(passing)) {
            return named.get().in(layout, rows);
        } finally {
            store.discard(passing);
        }
    }
}
