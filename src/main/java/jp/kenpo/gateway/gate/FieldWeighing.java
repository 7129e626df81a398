package jp.kenpo.gateway.gate;

import static jp.kenpo.gateway.gate.Decision.Reason.FIELD_NOT_PERMITTED;
import static jp.kenpo.gateway.gate.Decision.Reason.MY_NUMBER;
import static jp.kenpo.gateway.gate.Decision.Reason.NOTHING_PERMITTED;

import java.util.Set;
import java.util.TreeSet;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.MyNumberUse;
import jp.kenpo.gateway.gate.Decision.Granted;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.MyNumberPermission;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** Which of the fields present may move, once somebody may have something for the purpose at all. */
final class FieldWeighing {

    private final CounterpartyRegister counterparties;
    private final Question question;
    private final Interchange interchange;
    private final Purpose purpose;
    private final Set<String> agreed;
    private final Set<String> published;
    private final String whereAgreed;
    private final String wherePublished;
    private final String whereMyNumber;

    FieldWeighing(
            PurposeRegister purposes,
            CounterpartyRegister counterparties,
            Question question,
            Interchange interchange,
            Purpose purpose) {
        this.counterparties = counterparties;
        this.question = question;
        this.interchange = interchange;
        this.purpose = purpose;
        // Written out, so that a field nobody declared is never covered by the name of its category
        this.agreed = purposes.fieldsOf(interchange.fields());
        var party = counterparties.find(interchange.counterparty()).orElseThrow();
        this.published = purposes.published(purpose, party.isWithin(interchange));
        this.whereAgreed = whereIs("fields");
        this.wherePublished = purposes.whereIs(purpose.id(), "fields");
        this.whereMyNumber = purposes.whereIs(purpose.id(), "my-number");
    }

    /**
     * @param agreement id of the agreement that runs
     * @param delegated whether it delegates My Number work
     * @param handedIn whether the own system hands in what goes to nobody yet: then all that is agreed with it may come
     */
    Decision under(String agreement, boolean delegated, boolean handedIn) {
        if (!handedIn && purpose.fields().closed() && !published.containsAll(agreed)) {
            return new Refused(
                    FIELD_NOT_PERMITTED,
                    "agreed beyond the closed list of purpose " + purpose.id() + " (" + wherePublished + "): "
                            + without(agreed, published) + " (" + whereAgreed + ")");
        }
        var permitted = new TreeSet<>(question.fields());
        permitted.retainAll(agreed);
        if (!handedIn) {
            permitted.retainAll(published);
        }
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
        return question.myNumber() && !mayMoveMyNumber(delegated) ? myNumber(agreement) : granted(agreement, permitted);
    }

    private boolean mayMoveMyNumber(boolean delegated) {
        return switch (interchange.myNumber()) {
            case REFUSE -> false;
            case MASK -> true;
            case PERMITTED -> delegated && purpose.myNumber() != MyNumberPermission.NO;
        };
    }

    private Refused myNumber(String agreement) {
        return interchange.myNumber() == MyNumberUse.REFUSE
                ? new Refused(
                        MY_NUMBER, "the content holds My Numbers, which are not agreed (" + whereIs("my-number") + ")")
                : new Refused(
                        MY_NUMBER,
                        "the content holds My Numbers, which purpose " + purpose.id() + " (" + whereMyNumber
                                + ") and agreement " + agreement + " do not both allow");
    }

    private Granted granted(String agreement, Set<String> permitted) {
        var removed = new TreeSet<>(question.fields());
        removed.removeAll(permitted);
        return new Granted(interchange, purpose, agreement, Set.copyOf(permitted), Set.copyOf(removed));
    }

    private String whereIs(String key) {
        return counterparties.whereIs(interchange.counterparty(), "interchanges", interchange.shortName(), key);
    }

    private static String without(Set<String> fields, Set<String> others) {
        var rest = new TreeSet<>(fields);
        rest.removeAll(others);
        return String.join(", ", rest);
    }
}
