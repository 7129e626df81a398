package jp.kenpo.gateway.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Decision.Granted;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the {@link Gate} for one transfer, enters the decision in the ledger and writes the purpose log, before anyone
 * acts on it. A decision that is not recorded has not been made.
 */
public final class PurposeGate {

    /** One JSON line for each decision. */
    private static final Logger purposeLog = LoggerFactory.getLogger("purpose");

    private static final Set<TransferState> UNDECIDED = Set.of(TransferState.ANNOUNCED, TransferState.CHECKED);
    private static final Set<TransferState> MAY_BE_REFUSED = Set.of(
            TransferState.ANNOUNCED,
            TransferState.CHECKED,
            TransferState.GRANTED,
            TransferState.MINIMISED,
            TransferState.DELIVERING);

    private final Gate gate;
    private final PurposeRegister purposes;
    private final CounterpartyRegister counterparties;
    private final Ledger ledger;
    private final PartyRule parties;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    public PurposeGate(
            Gate gate, PurposeRegister purposes, CounterpartyRegister counterparties, Ledger ledger, Clock clock) {
        this.gate = gate;
        this.purposes = purposes;
        this.counterparties = counterparties;
        this.ledger = ledger;
        this.parties = new PartyRule(counterparties);
        this.clock = clock;
    }

    /**
     * Decides whether a transfer may go on under the purpose that its route names. Decided anew each time it is asked,
     * with today's registers; a decision that is already in the ledger is not entered twice.
     *
     * @param route id of the route that asks
     */
    public Decision decide(TransferId id, String purpose, String route) {
        Transfer transfer = ledger.find(id).orElseThrow();
        Optional<CheckedContent> content = CheckedContent.of(ledger, transfer);
        Decision decision = content.map(checked -> weigh(transfer, purpose, checked))
                .orElseGet(() -> new Refused(
                        Decision.Reason.NOT_DECIDABLE, "the content was not checked; a check: step must come first"));
        if (decision instanceof Granted && !UNDECIDED.contains(transfer.state())) {
            return decision;
        }
        Map<String, Object> details = details(transfer, purpose, route, content, decision);
        enter(transfer, purpose, content, decision, details);
        log(details);
        return decision;
    }

    /**
     * Says what would be decided today about a transfer that begins anew with this content; nothing is entered or logged.
     */
    public Decision foresee(Transfer transfer, String purpose, CheckedContent content) {
        LocalDate day = LocalDate.now(clock);
        Decision today = parties.applied(transfer, gate.decide(question(transfer, purpose, content)), day);
        if (!(today instanceof Granted granted)) {
            return today;
        }
        return new RowRules(counterparties, granted.interchange())
                .refusal(content)
                .or(() -> new InquiryRule(ledger, granted.interchange()).refusal(transfer))
                .<Decision>map(refused -> refused)
                .orElse(granted);
    }

    private Decision weigh(Transfer transfer, String purpose, CheckedContent content) {
        Decision today = foresee(transfer, purpose, content);
        return today instanceof Granted granted ? narrowedSince(transfer, purpose, granted) : today;
    }

    /** A transfer on its way has the fields of its grant; when today's are fewer, it may not go on with those. */
    private Decision narrowedSince(Transfer transfer, String purpose, Granted granted) {
        if (UNDECIDED.contains(transfer.state())) {
            return granted;
        }
        Set<RowFlag> staying = new RowRules(counterparties, granted.interchange()).staying();
        return Grant.of(ledger, transfer)
                .filter(grant -> grant.purpose().equals(purpose))
                .filter(grant -> granted.permitted().containsAll(grant.permitted()))
                .filter(grant -> grant.staying().containsAll(staying))
                .<Decision>map(grant -> granted)
                .orElseGet(() -> new Refused(
                        Decision.Reason.FIELD_NOT_PERMITTED,
                        "it was granted before under another purpose, or with fields or rows that are not permitted any"
                                + " more"));
    }

    private Question question(Transfer transfer, String purpose, CheckedContent content) {
        return new Question(
                transfer.interchange(),
                purpose,
                LocalDate.now(clock),
                content.category(),
                content.fields(),
                content.myNumber());
    }

    private void enter(
            Transfer transfer,
            String purpose,
            Optional<CheckedContent> content,
            Decision decision,
            Map<String, Object> details) {
        ledger.write(write -> {
            write.decidedUnder(transfer.id(), Set.of(purpose));
            content.ifPresent(checked -> write.counted(transfer.id(), checked.records(), checked.members()));
            if (decision instanceof Refused refused) {
                Transfer moved =
                        write.move(transfer.id(), MAY_BE_REFUSED, TransferState.REFUSED, EntryKind.REFUSED, details);
                write.failed(transfer.id(), refused.reason().label() + ": " + refused.explanation());
                return moved;
            }
            return write.move(transfer.id(), UNDECIDED, TransferState.GRANTED, EntryKind.GRANTED, details);
        });
    }

    private Map<String, Object> details(
            Transfer transfer, String purposeId, String route, Optional<CheckedContent> content, Decision decision) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("time", clock.instant().toString());
        details.put("transfer", transfer.id().value());
        details.put("route", route);
        details.put("interchange", transfer.interchange());
        details.put("direction", transfer.direction().name().toLowerCase(java.util.Locale.ROOT));
        details.put("counterparty", transfer.counterparty());
        if (transfer.party() != null) {
            details.put("party", transfer.party());
        }
        details.put("purpose", purposeId);
        details.put("wording", purposes.find(purposeId).map(Purpose::wording).orElse(""));
        counterparties
                .interchange(transfer.interchange())
                .map(Interchange::legalCharacter)
                .ifPresent(character -> details.put("legalCharacter", label(character)));
        content.ifPresent(checked -> {
            details.put("categories", List.of(checked.category()));
            details.put("records", checked.records());
            details.put("members", checked.members());
        });
        Ticket ticket = transfer.ticket();
        details.put("sha256", ticket == null ? "" : ticket.sha256());
        outcome(details, decision);
        return details;
    }

    private void outcome(Map<String, Object> details, Decision decision) {
        if (decision instanceof Granted granted) {
            details.put("decision", "granted");
            details.put("agreement", granted.agreement());
            details.put("fields", new TreeSet<>(granted.permitted()));
            details.put("removed", new TreeSet<>(granted.removed()));
            Set<RowFlag> staying = new RowRules(counterparties, granted.interchange()).staying();
            if (!staying.isEmpty()) {
                details.put("staying", staying.stream().map(RowFlag::label).toList());
            }
        } else if (decision instanceof Refused refused) {
            details.put("decision", "refused");
            details.put("reason", refused.reason().label());
            details.put("explanation", refused.explanation());
        }
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void log(Map<String, Object> details) {
        try {
            purposeLog.info("{}", json.writeValueAsString(details));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a decision can't be written down", impossible);
        }
    }
}
