package jp.kenpo.gateway.gate;

import static jp.kenpo.gateway.gate.Decision.Reason.NOT_DECIDABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.gate.Explanation.Ruling;
import jp.kenpo.gateway.gate.Explanation.Verdict;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.purpose.PurposeRegister;

/**
 * Decides by the registers alone: same question, same answer. Thread-safe.
 *
 * <p>Granted is only what the purpose covers (counterparty, direction, data category, legal character), what an
 * agreement covers that runs on the day, and of the fields present those that purpose and interchange both name. The
 * society's own core system needs neither agreement nor mention in the notice, and may hand in all that is agreed with
 * it: the list of the purpose counts when something goes out. All the rest holds for it too.
 */
public final class Gate {

    private final PurposeRegister purposes;
    private final CounterpartyRegister counterparties;

    public Gate(PurposeRegister purposes, CounterpartyRegister counterparties) {
        this.purposes = purposes;
        this.counterparties = counterparties;
    }

    /** Decides. An exception inside is a refusal ({@code not-decidable}). */
    public Decision decide(Question question) {
        try {
            return new Deliberation(purposes, counterparties, question).decide();
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** What went wrong may carry what was asked; only its kind is said. */
    static Refused failed(RuntimeException e) {
        return new Refused(
                NOT_DECIDABLE,
                "the decision failed (" + e.getClass().getSimpleName() + "). Report this as a fault of the gateway");
    }

    /** Says how the gate would decide, and for each field present which rule lets it pass or drops it. */
    public Explanation explain(Question question) {
        var decision = decide(question);
        var interchange = counterparties.interchange(question.interchange());
        var purpose = purposes.find(question.purpose());
        var rulings = interchange.isPresent() && purpose.isPresent()
                ? rulings(question, interchange.get(), purpose.get())
                : List.<Ruling>of();
        return new Explanation(question, decision, rulings);
    }

    private List<Ruling> rulings(Question question, Interchange interchange, Purpose purpose) {
        var byPurpose = purposes.whereIs(purpose.id(), "fields");
        var byAgreement =
                counterparties.whereIs(interchange.counterparty(), "interchanges", interchange.shortName(), "fields");
        var party = counterparties.find(interchange.counterparty()).orElseThrow();
        var published = purposes.published(purpose, party.isWithin(interchange));
        var agreed = purposes.fieldsOf(interchange.fields());
        boolean handedIn = party.handsIn(interchange);
        var rulings = new ArrayList<Ruling>();
        for (var field : new TreeSet<>(question.fields())) {
            if (!published.contains(field) && !handedIn) {
                rulings.add(new Ruling(field, Verdict.NOT_IN_PURPOSE, byPurpose));
            } else if (!agreed.contains(field)) {
                rulings.add(new Ruling(field, Verdict.NOT_AGREED, byAgreement));
            } else {
                rulings.add(new Ruling(field, Verdict.PERMITTED, byAgreement));
            }
        }
        return rulings;
    }
}
