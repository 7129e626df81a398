package jp.kenpo.gateway.sandbox.simulator;

import java.util.List;
import jp.kenpo.gateway.sandbox.agreed.AgreedCounterparty;
import jp.kenpo.gateway.sandbox.agreed.AgreedParty;

/**
 * Which parties are played: of a long list the first ones only, since each of them keeps a connection of its own.
 *
 * @param most of one counterparty
 */
record PlayedParties(int most) {

    List<AgreedParty> of(AgreedCounterparty counterparty) {
        return counterparty.parties().stream().limit(most).toList();
    }
}
