package jp.kenpo.gateway.gate;

import static jp.kenpo.gateway.gate.Decision.Reason.DEPENDANT;
import static jp.kenpo.gateway.gate.Decision.Reason.NOTHING_LEFT;
import static jp.kenpo.gateway.gate.Decision.Reason.NOT_DECIDABLE;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.Flagged;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.gate.Decision.Reason;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.purpose.Direction;

/**
 * What the rows of a content decide: a dependant's row never goes where only insured persons' may, rows under
 * non-disclosure stay out of everything that is mailed, opt-outs are kept.
 *
 * <p>A content whose layout does not say what a rule asks is refused. Source: the notice, 4-5 (被保険者, 原則として); who is
 * under non-disclosure is held back everywhere by our rule.
 */
final class RowRules {

    private final CounterpartyRegister counterparties;
    private final Interchange interchange;

    RowRules(CounterpartyRegister counterparties, Interchange interchange) {
        this.counterparties = counterparties;
        this.interchange = interchange;
    }

    /** Returns the flags of which a set one keeps its row from leaving. */
    Set<RowFlag> staying() {
        Set<RowFlag> staying = EnumSet.noneOf(RowFlag.class);
        if (interchange.conditions().holdsNonDisclosed()) {
            staying.add(RowFlag.NON_DISCLOSURE);
        }
        if (interchange.conditions().leavesOptOutsOut()) {
            staying.add(RowFlag.OPT_OUT);
        }
        return staying;
    }

    /** Returns the first rule that refuses the content as a whole; empty if all hold. */
    Optional<Refused> refusal(CheckedContent content) {
        try {
            return dependants(content.flagged()).or(() -> remains(content));
        } catch (RuntimeException e) {
            return Optional.of(Gate.failed(e));
        }
    }

    private Optional<Refused> dependants(Flagged flagged) {
        boolean insuredOnly = interchange.direction() == Direction.OUT
                && counterparties
                        .find(interchange.counterparty())
                        .map(Counterparty::precautions)
                        .filter(Counterparty.Precautions::insuredPersonsOnly)
                        .isPresent();
        if (!insuredOnly) {
            return Optional.empty();
        }
        String where = counterparties.whereIs(interchange.counterparty(), "insured-persons-only");
        if (!flagged.known().contains(RowFlag.PERSON)) {
            return refused(
                    NOT_DECIDABLE,
                    "only insured persons' data may go there (" + where
                            + "), and the layout does not say who is one; declare flags: person");
        }
        return flagged.dependants() == 0
                ? Optional.empty()
                : refused(
                        DEPENDANT,
                        flagged.dependants()
                                + " of the rows are of dependants, and only insured persons' may go there (" + where
                                + ")");
    }

    private Optional<Refused> remains(CheckedContent content) {
        for (RowFlag flag : staying()) {
            if (!content.flagged().known().contains(flag)) {
                return refused(
                        NOT_DECIDABLE,
                        "rows under " + flag.label() + " may not leave (" + whereIs(flag)
                                + "), and the layout does not say which they are; declare flags: " + flag.label());
            }
        }
        long staying = content.flagged().staying(staying());
        return staying == 0 || staying < content.records()
                ? Optional.empty()
                : refused(
                        NOTHING_LEFT,
                        "every row is held back or left out ("
                                + whereIs(staying().iterator().next()) + ")");
    }

    private String whereIs(RowFlag flag) {
        return counterparties.whereIs(
                interchange.counterparty(),
                "interchanges",
                interchange.shortName(),
                flag == RowFlag.OPT_OUT ? "opt-outs" : "mail-out");
    }

    private static Optional<Refused> refused(Reason reason, String explanation) {
        return Optional.of(new Refused(reason, explanation));
    }
}
