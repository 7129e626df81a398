package jp.kenpo.gateway.route;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.purpose.PurposeRegister;

/**
 * What the route rules ask of {@code config/}, and no more.
 *
 * @param purposeStands purpose id to {@code file:line}
 * @param interchangeStands interchange to {@code file:line} of its agreement
 * @param composed whether files of the layout are made by the gateway
 */
record Agreed(
        Function<String, Optional<Purpose>> purpose,
        UnaryOperator<String> purposeStands,
        Function<String, Optional<Counterparty>> counterparty,
        Function<Interchange, String> interchangeStands,
        List<Interchange> interchanges,
        Function<String, Optional<Layout>> layout,
        Predicate<String> composed) {

    static Agreed of(PurposeRegister purposes, CounterpartyRegister counterparties, Layouts layouts) {
        return new Agreed(
                purposes::find,
                purposes::whereIs,
                counterparties::find,
                interchange ->
                        counterparties.whereIs(interchange.counterparty(), "interchanges", interchange.shortName()),
                counterparties.interchanges(),
                layouts::find,
                layout -> layouts.composition(layout).isPresent());
    }

    Optional<Interchange> interchange(String name) {
        return interchanges.stream()
                .filter(interchange -> interchange.name().equals(name))
                .findFirst();
    }

    /** Returns the flags that the agreement's rules about rows look at. */
    Set<RowFlag> flagsNeeded(Interchange interchange) {
        Set<RowFlag> needed = EnumSet.noneOf(RowFlag.class);
        if (interchange.conditions().holdsNonDisclosed()) {
            needed.add(RowFlag.NON_DISCLOSURE);
        }
        if (interchange.conditions().leavesOptOutsOut()) {
            needed.add(RowFlag.OPT_OUT);
        }
        boolean insuredOnly = counterparty
                .apply(interchange.counterparty())
                .map(party -> party.precautions().insuredPersonsOnly())
                .orElse(false);
        if (insuredOnly && interchange.direction() == Direction.OUT) {
            needed.add(RowFlag.PERSON);
        }
        return needed;
    }

    /** Returns whether the counterparty is the society's own system: moving data there is no provision. */
    boolean own(Interchange interchange) {
        return counterparty
                .apply(interchange.counterparty())
                .map(Counterparty::ownSystem)
                .orElse(false);
    }
}
