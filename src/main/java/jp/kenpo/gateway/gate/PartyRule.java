package jp.kenpo.gateway.gate;

import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Party;
import jp.kenpo.gateway.gate.Decision.Reason;
import jp.kenpo.gateway.gate.Decision.Refused;
import jp.kenpo.gateway.ledger.Transfer;

/** Where a counterparty is many parties under one template, data moves to and from a party that is listed and runs. */
final class PartyRule {

    private final CounterpartyRegister counterparties;

    PartyRule(CounterpartyRegister counterparties) {
        this.counterparties = counterparties;
    }

    /** Returns the decision, which becomes a refusal if no such party is listed or it does not run on the day. */
    Decision applied(Transfer transfer, Decision decision, LocalDate on) {
        return decision instanceof Refused
                ? decision
                : refusal(transfer, on).<Decision>map(refused -> refused).orElse(decision);
    }

    /** Returns why data may not move to or from the party of the transfer on the day; empty if the rule has nothing against it. */
    Optional<Refused> refusal(Transfer transfer, LocalDate on) {
        Counterparty counterparty = counterparties.find(transfer.counterparty()).orElseThrow();
        if (!counterparty.hasParties()) {
            return Optional.empty();
        }
        String named = transfer.party();
        if (named == null) {
            return Optional.of(new Refused(
                    Reason.UNKNOWN_PARTY,
                    "nothing says which of " + counterparty.id() + " it is for: the path of its file, the property"
                            + " \"party\" of its message, or the inquiry that it answers must"));
        }
        return counterparties
                .party(named)
                .filter(party -> party.counterparty().equals(counterparty.id()))
                .map(party -> notRunning(party, on))
                .orElseGet(() -> Optional.of(new Refused(
                        Reason.UNKNOWN_PARTY,
                        named + " is none of the parties in config/parties/" + counterparty.id() + ".csv")));
    }

    private Optional<Refused> notRunning(Party party, LocalDate on) {
        if (party.runsOn(on)) {
            return Optional.empty();
        }
        LocalDate until = party.until();
        String when = until != null && on.isAfter(until) ? " ended on " + until : " begins on " + party.from();
        return Optional.of(new Refused(
                Reason.PARTY_NOT_RUNNING,
                "party " + party.id() + when + " (" + counterparties.whereIsParty(party.id()) + ")"));
    }
}
