package jp.kenpo.gateway.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.kenpo.gateway.gate.Decision;
import jp.kenpo.gateway.intake.TicketQueues;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import org.jspecify.annotations.Nullable;

/**
 * Enters that a person verified who sent an inquiry (相手先確認), and lets answers go on that were refused for want of it.
 *
 * <p>The gate decides again about each of them, with today's rules.
 */
public final class InquirerVerification {

    private static final Set<TransferState> REFUSED = Set.of(TransferState.REFUSED);

    /** How the sender was verified; spelled alike in JSON and on the command line. */
    public enum Method {
        /** Called back through the number that the body publishes. */
        CALLBACK,
        /** A letter or another document of the body. */
        DOCUMENT,
        /** An electronic certificate of the body. */
        CERTIFICATE;

        /** Returns the word of the command line. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of a verification. */
    public enum Outcome {
        ENTERED,
        /** The ledger knows no such transfer. */
        UNKNOWN,
        /** Nothing that leaves the society answers transfers of its interchange. */
        NO_INQUIRY,
        /** It was not accepted. */
        NOT_ACCEPTED
    }

    /** @param answers number of answers that waited and go on */
    public record Result(Outcome outcome, int answers) {}

    private final Installation installation;

    public InquirerVerification(Installation installation) {
        this.installation = installation;
    }

    /**
     * Enters a verification. Entering another one is harmless.
     *
     * @param by who verified: a person of the society
     * @param note nothing about a member; null if none
     */
    public Result enter(TransferId inquiry, Method method, String by, @Nullable String note) {
        Ledger ledger = installation.writableLedger();
        Outcome outcome = outcome(ledger, inquiry);
        if (outcome != Outcome.ENTERED) {
            return new Result(outcome, 0);
        }
        Map<String, String> details = new LinkedHashMap<>(Map.of("method", method.label(), "by", by));
        if (note != null) {
            details.put("note", note);
        }
        List<Transfer> waiting = ledger.answersTo(inquiry).stream()
                .filter(answer -> isRefusedForThis(ledger, answer))
                .toList();
        ledger.write(write -> {
            write.enter(inquiry, EntryKind.INQUIRER_VERIFIED, details);
            waiting.forEach(answer -> goOn(write, answer));
            return inquiry;
        });
        return new Result(Outcome.ENTERED, waiting.size());
    }

    private Outcome outcome(Ledger ledger, TransferId inquiry) {
        return ledger.find(inquiry)
                .map(transfer -> {
                    boolean answered = installation.counterparties().interchanges().stream()
                            .anyMatch(each -> transfer.interchange()
                                    .equals(each.conditions().answers()));
                    return !answered
                            ? Outcome.NO_INQUIRY
                            : transfer.state() == TransferState.ACCEPTED ? Outcome.ENTERED : Outcome.NOT_ACCEPTED;
                })
                .orElse(Outcome.UNKNOWN);
    }

    private static boolean isRefusedForThis(Ledger ledger, Transfer answer) {
        return answer.state() == TransferState.REFUSED
                && answer.parent() != null
                && ledger.sealed(answer.id(), Set.of(EntryKind.REFUSED))
                        .filter(entry -> Decision.Reason.NOT_VERIFIED
                                .label()
                                .equals(entry.details().get("reason")))
                        .isPresent();
    }

    private static void goOn(LedgerWrite write, Transfer answer) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("interchange", answer.interchange());
        details.put("parent", Objects.requireNonNull(answer.parent()).value());
        details.put("answers", Objects.requireNonNull(answer.answers()).value());
        if (answer.party() != null) {
            details.put("party", answer.party());
        }
        write.move(answer.id(), REFUSED, TransferState.ANNOUNCED, EntryKind.ANNOUNCED, details);
        write.announce(TicketQueues.of(answer.interchange()), answer.id());
    }
}
