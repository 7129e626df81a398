package jp.kenpo.gateway.gate;

import static jp.kenpo.gateway.gate.Decision.Reason.AGREEMENT_ENDED;
import static jp.kenpo.gateway.gate.Decision.Reason.AGREEMENT_NOT_STARTED;
import static jp.kenpo.gateway.gate.Decision.Reason.FIELD_NOT_PERMITTED;
import static jp.kenpo.gateway.gate.Decision.Reason.MY_NUMBER;
import static jp.kenpo.gateway.gate.Decision.Reason.NOTHING_PERMITTED;
import static jp.kenpo.gateway.gate.Decision.Reason.NO_AGREEMENT;
import static jp.kenpo.gateway.gate.Decision.Reason.UNKNOWN_INTERCHANGE;
import static jp.kenpo.gateway.gate.Decision.Reason.UNKNOWN_PURPOSE;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.counterparty.Agreement;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.MyNumberUse;
import jp.kenpo.gateway.gate.Decision.Granted;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.MyNumberPermission;
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
        var interchange = counterparties.interchange(question.interchange());
        if (interchange.isEmpty()) {
            return new Refused(
                    UNKNOWN_INTERCHANGE,
                    "no interchange " + question.interchange() + " is agreed in config/counterparties/");
        }
        var purpose = purposes.find(question.purpose());
        if (purpose.isEmpty()) {
            return new Refused(
                    UNKNOWN_PURPOSE, "the notice has no item " + question.purpose() + " in config/purposes/");
        }
        var counterparty = counterparties.find(interchange.get().counterparty()).orElseThrow();
        return weigh(interchange.get(), purpose.get(), counterparty);
    }

    private Decision weigh(Interchange interchange, Purpose purpose, Counterparty counterparty) {
        var notCovered =
                new Coverage(purposes, counterparties, interchange, purpose, counterparty).refusal(question.category());
        if (notCovered.isPresent()) {
            return notCovered.get();
        }
        if (counterparty.ownSystem()) {
            return weighFields(interchange, purpose, OWN_SYSTEM, true);
        }
        var agreement = running(counterparty, purpose);
        return agreement.isPresent()
                ? weighFields(
                        interchange,
                        purpose,
                        agreement.get().id(),
                        agreement.get().myNumber())
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

    private Decision weighFields(Interchange interchange, Purpose purpose, String agreement, boolean delegated) {
        // Written out, so that a field nobody declared is never covered by the name of its category
        var agreed = purposes.fieldsOf(interchange.fields());
        var published = purposes.fieldsOf(purpose.fields());
        var whereAgreed =
                counterparties.whereIs(interchange.counterparty(), "interchanges", interchange.shortName(), "fields");
        var wherePublished = purposes.whereIs(purpose.id(), "fields");
        if (purpose.fields().closed() && !published.containsAll(agreed)) {
            return new Refused(
                    FIELD_NOT_PERMITTED,
                    "agreed beyond the closed list of purpose " + purpose.id() + " (" + wherePublished + "): "
                            + without(agreed, published) + " (" + whereAgreed + ")");
        }
        var permitted = new TreeSet<>(question.fields());
        permitted.retainAll(agreed);
        permitted.retainAll(published);
        if (permitted.isEmpty()) {
            return new Refused(
                    NOTHING_PERMITTED,
                    "no field present is both agreed (" + whereAgreed + ") and published (" + wherePublished + ")");
        }
        if (interchange.direction() == Direction.IN
                && permitted.size() < question.fields().size()) {
            // Nothing is cut from what comes in: it is taken as it came, or not at all
            return new Refused(
                    FIELD_NOT_PERMITTED,
                    "may not come in: " + without(question.fields(), permitted) + " (" + whereAgreed + ")");
        }
        if (question.myNumber() && interchange.myNumber() == MyNumberUse.REFUSE) {
            return new Refused(
                    MY_NUMBER, "the content holds My Numbers, which are not agreed (" + whereIs(interchange) + ")");
        }
        if (question.myNumber()
                && interchange.myNumber() == MyNumberUse.PERMITTED
                && (!delegated || purpose.myNumber() == MyNumberPermission.NO)) {
            return new Refused(
                    MY_NUMBER,
                    "the content holds My Numbers, which purpose " + purpose.id() + " ("
                            + purposes.whereIs(purpose.id(), "my-number") + ") and agreement " + agreement
                            + " do not both allow");
        }
        var removed = new TreeSet<>(question.fields());
        removed.removeAll(permitted);
        return new Granted(interchange, purpose, agreement, Set.copyOf(permitted), Set.copyOf(removed));
    }

    private String whereIs(Interchange interchange) {
        return counterparties.whereIs(interchange.counterparty(), "interchanges", interchange.shortName(), "my-number");
    }

    private static String without(Set<String> fields, Set<String> others) {
        var rest = new TreeSet<>(fields);
        rest.removeAll(others);
        return String.join(", ", rest);
    }
}
