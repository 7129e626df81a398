package jp.kenpo.gateway.gate;

import static jp.kenpo.gateway.gate.Decision.Reason.CATEGORY_NOT_COVERED;
import static jp.kenpo.gateway.gate.Decision.Reason.COUNTERPARTY_NOT_COVERED;
import static jp.kenpo.gateway.gate.Decision.Reason.DIRECTION_NOT_COVERED;
import static jp.kenpo.gateway.gate.Decision.Reason.LEGAL_CHARACTER_NOT_COVERED;
import static jp.kenpo.gateway.gate.Decision.Reason.NO_SYSTEM_EXCHANGE;
import static jp.kenpo.gateway.gate.Decision.Reason.PURPOSE_NOT_AGREED;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Decision.Reason;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.purpose.Exchange;
import jp.kenpo.gateway.purpose.LegalCharacter;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** Whether a purpose covers an interchange: counterparty, direction, data category, legal character. */
final class Coverage {

    private final PurposeRegister purposes;
    private final CounterpartyRegister counterparties;
    private final Interchange interchange;
    private final Purpose purpose;
    private final Counterparty counterparty;

    Coverage(
            PurposeRegister purposes,
            CounterpartyRegister counterparties,
            Interchange interchange,
            Purpose purpose,
            Counterparty counterparty) {
        this.purposes = purposes;
        this.counterparties = counterparties;
        this.interchange = interchange;
        this.purpose = purpose;
        this.counterparty = counterparty;
    }

    /** Returns the first rule that refuses; empty if all hold. */
    Optional<Refused> refusal(String category) {
        boolean outside = !counterparty.ownSystem();
        if (!interchange.purposes().contains(purpose.id())) {
            return refused(
                    PURPOSE_NOT_AGREED,
                    interchange.name() + " is not agreed for purpose " + purpose.id() + " (" + whereIs("purposes")
                            + ")");
        } else if (purpose.exchange() == Exchange.NONE) {
            return refused(NO_SYSTEM_EXCHANGE, "exchange", "is no system exchange");
        } else if (outside && !purpose.counterparties().contains(counterparty.id())) {
            return refused(COUNTERPARTY_NOT_COVERED, "counterparties", "does not name " + counterparty.id());
        } else if (outside && !purpose.directions().contains(interchange.direction())) {
            return refused(
                    DIRECTION_NOT_COVERED, "directions", "does not cover direction " + label(interchange.direction()));
        } else if (!purpose.categories().contains(category) && !handedIn(category)) {
            return refused(CATEGORY_NOT_COVERED, "categories", "does not cover data category " + category);
        }
        return legalCharacter();
    }

    /** What the own system hands in goes to nobody yet, so that it may be whatever was agreed with it. */
    private boolean handedIn(String category) {
        return counterparty.handsIn(interchange)
                && purposes.fieldsOf(interchange.fields()).stream().anyMatch(field -> field.startsWith(category + "."));
    }

    /** Inside the society nothing is provided to anybody, so that only {@code internal} is true of the core system. */
    private Optional<Refused> legalCharacter() {
        var covered = counterparty.ownSystem() ? Set.of(LegalCharacter.INTERNAL) : purpose.legalCharacters();
        if (covered.contains(interchange.legalCharacter())) {
            return Optional.empty();
        }
        var said = counterparty.ownSystem()
                ? "an own system is internal"
                : "purpose " + purpose.id() + " is "
                        + covered.stream().map(Coverage::label).sorted().collect(Collectors.joining(" or ")) + " ("
                        + purposes.whereIs(purpose.id(), "legal-characters") + ")";
        return refused(
                LEGAL_CHARACTER_NOT_COVERED,
                interchange.name() + " is " + label(interchange.legalCharacter()) + " (" + whereIs("legal-character")
                        + "), but " + said);
    }

    private String whereIs(String key) {
        return counterparties.whereIs(counterparty.id(), "interchanges", interchange.shortName(), key);
    }

    private Optional<Refused> refused(Reason reason, String key, String what) {
        return refused(
                reason, "purpose " + purpose.id() + " " + what + " (" + purposes.whereIs(purpose.id(), key) + ")");
    }

    private static Optional<Refused> refused(Reason reason, String explanation) {
        return Optional.of(new Refused(reason, explanation));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
