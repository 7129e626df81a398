package jp.kenpo.gateway.gate;

import static jp.kenpo.gateway.gate.Decision.Reason.NOT_VERIFIED;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import org.jspecify.annotations.Nullable;

/**
 * An answer leaves only to an inquiry that was accepted from the same party, and whose sender somebody verified
 * (相手先確認). Source: the notice, 1-9 and 2-4.
 */
final class InquiryRule {

    private final Ledger ledger;
    private final Interchange interchange;

    InquiryRule(Ledger ledger, Interchange interchange) {
        this.ledger = ledger;
        this.interchange = interchange;
    }

    /** Returns why the answer may not leave; empty if it may, or answers nothing. */
    Optional<Refused> refusal(Transfer answer) {
        String inquiries = interchange.conditions().answers();
        return inquiries == null ? Optional.empty() : refusal(answer, inquiries);
    }

    private Optional<Refused> refusal(Transfer answer, String inquiries) {
        Transfer inquiry = inquiryOf(answer);
        if (inquiry == null || !inquiry.interchange().equals(inquiries)) {
            return refused("the answer names no inquiry on " + inquiries
                    + ". Name its transfer in the path of the file," + " or in the property inquiry of the message");
        }
        if (inquiry.state() != TransferState.ACCEPTED || !Objects.equals(inquiry.party(), answer.party())) {
            return refused(
                    "the inquiry " + inquiry.id() + " was not accepted from the party that would get the answer");
        }
        return ledger.sealed(inquiry.id(), Set.of(EntryKind.INQUIRER_VERIFIED)).isPresent()
                ? Optional.empty()
                : refused("nobody verified who sent the inquiry " + inquiry.id() + ". Verify it, then write:"
                        + " verify-inquirer " + inquiry.id() + " --method ... --by ...");
    }

    /** Whoever may write to the database can name another inquiry in the row, and finds it is not the sealed one. */
    private @Nullable Transfer inquiryOf(Transfer answer) {
        TransferId named = answer.answers();
        boolean sealed = named != null
                && ledger.sealed(answer.id(), Set.of(EntryKind.ANNOUNCED))
                        .filter(entry -> named.value().equals(entry.details().get("answers")))
                        .isPresent();
        return sealed && named != null ? ledger.find(named).orElse(null) : null;
    }

    private static Optional<Refused> refused(String explanation) {
        return Optional.of(new Refused(NOT_VERIFIED, explanation));
    }
}
