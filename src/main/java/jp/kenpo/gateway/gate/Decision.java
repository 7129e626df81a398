package jp.kenpo.gateway.gate;

import java.util.Locale;
import java.util.Set;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.purpose.Purpose;

/** The answer of the gate: granted, or refused with a reason. There is no third. */
public sealed interface Decision {

    /**
     * @param agreement id of the agreement it rests on; {@code own-system} inside the society
     * @param permitted fields that may move, as {@code category.field}
     * @param removed fields that are present and must not move
     */
    record Granted(
            Interchange interchange, Purpose purpose, String agreement, Set<String> permitted, Set<String> removed)
            implements Decision {}

    /** @param explanation which rule and which line of config, for people */
    record Refused(Reason reason, String explanation) implements Decision {}

    /** Why; spelled alike in YAML: {@code agreement-ended}. */
    enum Reason {
        /** The notice uses data for no other business (7-0d). */
        OUTSIDE_BUSINESS,
        UNKNOWN_INTERCHANGE,
        UNKNOWN_PURPOSE,
        PURPOSE_NOT_AGREED,
        NO_SYSTEM_EXCHANGE,
        COUNTERPARTY_NOT_COVERED,
        DIRECTION_NOT_COVERED,
        CATEGORY_NOT_COVERED,
        UNKNOWN_PARTY,
        PARTY_NOT_RUNNING,
        NO_AGREEMENT,
        AGREEMENT_NOT_STARTED,
        AGREEMENT_ENDED,
        LEGAL_CHARACTER_NOT_COVERED,
        FIELD_NOT_PERMITTED,
        NOTHING_PERMITTED,
        MY_NUMBER,
        /** A row of a dependant (被扶養者) would go where only insured persons' may. */
        DEPENDANT,
        /** Every row is held back or left out. */
        NOTHING_LEFT,
        /** It answers an inquiry whose sender was not verified (相手先確認), or no inquiry. */
        NOT_VERIFIED,
        NOT_DECIDABLE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
