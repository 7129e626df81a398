package jp.kenpo.gateway.gate;

import static jp.kenpo.gateway.gate.Decision.Reason.AGREEMENT_ENDED;
import static jp.kenpo.gateway.gate.Decision.Reason.AGREEMENT_NOT_STARTED;
import static jp.kenpo.gateway.gate.Decision.Reason.NO_AGREEMENT;
import static jp.kenpo.gateway.gate.Decision.Reason.OUTSIDE_BUSINESS;
import static jp.kenpo.gateway.gate.Decision.Reason.UNKNOWN_INTERCHANGE;
import static jp.kenpo.gateway.gate.Decision.Reason.UNKNOWN_PURPOSE;

import java.util.Optional;
import jp.kenpo.gateway.counterparty.Agreement;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** One question, weighed rule by rule: what exists, what the purpose covers, what is agreed, which fields. */
final class Deliberation {

    /** Stands for the agreement inside the society. */
    private static final String OWN_SYSTEM = "own-system";

    private final PurposeRegister purposes;
    private final CounterpartyRegister counterparties;
    private final Question question;

    Deliberation(PurposeRegister purposes, CounterpartyRegister counterparties, Question question) {
        this.purposes = purposes;
        this.counterparties = counterparties;
        this.question = question;
    }

    Decision decide() {
        var purpose = purposes.find(question.purpose());
        if (purpose.isPresent() && !purpose.get().healthInsuranceBusiness()) {
            return outsideBusiness(purpose.get());
        }
        var interchange = counterparties.interchange(question.interchange());
        if (interchange.isEmpty()) {
            return new Refused(
                    UNKNOWN_INTERCHANGE,
                    "no interchange " + question.interchange() + " is agreed in config/counterparties/");
        }
        if (purpose.isEmpty()) {
            return new Refused(
                    UNKNOWN_PURPOSE, "the notice has no item " + question.purpose() + " in config/purposes/");
        }
        var counterparty = counterparties.find(interchange.get().counterparty()).orElseThrow();
        return weigh(interchange.get(), purpose.get(), counterparty);
    }

    /** Before every other rule: whatever was agreed, and with whom. Source: the notice, 7-0d 目的外不使用. */
    private Refused outsideBusiness(Purpose purpose) {
        return new Refused(
                OUTSIDE_BUSINESS,
                "purpose " + purpose.id() + " is not health insurance business ("
                        + purposes.whereIs(purpose.id(), "health-insurance-business")
                        + "), and the society uses data for no other (7-0d)");
    }

    private Decision weigh(Interchange interchange, Purpose purpose, Counterparty counterparty) {
        var notCovered =
                new Coverage(purposes, counterparties, interchange, purpose, counterparty).refusal(question.category());
        if (notCovered.isPresent()) {
            return notCovered.get();
        }
        var weighing = new FieldWeighing(purposes, counterparties, question, interchange, purpose);
        if (counterparty.ownSystem()) {
            return weighing.under(OWN_SYSTEM, true, counterparty.handsIn(interchange));
        }
        var agreement = running(counterparty, purpose);
        return agreement.isPresent()
                ? weighing.under(agreement.get().id(), agreement.get().myNumber(), false)
                : noAgreement(counterparty, purpose);
    }

    /** Two may run at once: the first counts, unless the content holds My Numbers and only the other allows them. */
    private Optional<Agreement> running(Counterparty counterparty, Purpose purpose) {
        return counterparty.agreements().stream()
                .filter(each -> each.purposes().contains(purpose.id()) && each.runsOn(question.on()))
                .reduce((one, other) -> question.myNumber() && !one.myNumber() && other.myNumber() ? other : one);
    }

    /** A past agreement weighs more than one to come: the society did exchange data under it. */
    private Refused noAgreement(Counterparty counterparty, Purpose purpose) {
        var refused = new Refused(
                NO_AGREEMENT,
                "no agreement with " + counterparty.id() + " names purpose " + purpose.id() + " ("
                        + counterparties.whereIs(counterparty.id(), "agreements") + ")");
        for (int i = 0; i < counterparty.agreements().size(); i++) {
            var agreement = counterparty.agreements().get(i);
            if (agreement.purposes().contains(purpose.id()) && refused.reason() != AGREEMENT_ENDED) {
                refused = notRunning(counterparty, agreement, i);
            }
        }
        return refused;
    }

    private Refused notRunning(Counterparty counterparty, Agreement agreement, int index) {
        boolean ended = question.on().isAfter(agreement.until());
        var when = ended ? " ended on " + agreement.until() : " begins on " + agreement.from();
        var where = counterparties.whereIs(counterparty.id(), "agreements", index, ended ? "until" : "from");
        return new Refused(
                ended ? AGREEMENT_ENDED : AGREEMENT_NOT_STARTED,
                "agreement " + agreement.id() + when + " (" + where + ")");
    }
}
