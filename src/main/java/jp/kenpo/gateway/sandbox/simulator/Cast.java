package jp.kenpo.gateway.sandbox.simulator;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.sandbox.agreed.AgreedCounterparty;
import jp.kenpo.gateway.sandbox.agreed.AgreedCounterparty.Connection;
import jp.kenpo.gateway.sandbox.agreed.AgreedParty;

/** Everybody who is played: each counterparty that the configuration reaches by system, and the core system. */
public final class Cast {

    private static final int MOST_PARTIES = 20;

    private Cast() {}

    /** How parties reach the gateway. */
    public interface Logins {

        /** Returns a client that is logged in to the gateway's server as the party. */
        GatewaySftp hosted(String party) throws IOException;

        /** Returns the disk of a party that has a server of its own. */
        Path disk(String counterparty);

        /** Returns where a party keeps its diary and what it fetched. */
        Path folder(String counterparty);

        /** Returns the core system's way to the gateway's broker. */
        ConnectionFactory broker();
    }

    /**
     * Returns the simulators; nothing is connected yet.
     *
     * @throws IOException if a diary or a key can't be read
     */
    public static List<Simulator> of(Surroundings surroundings, Logins logins) throws IOException {
        PlayedParties played = new PlayedParties(MOST_PARTIES);
        List<Simulator> simulators = new ArrayList<>();
        for (AgreedCounterparty each : surroundings.agreed().counterparties()) {
            boolean exchanges = !each.interchanges().isEmpty();
            if (each.connection() == Connection.QUEUES) {
                simulators.add(new CoreSystem(
                        each,
                        surroundings,
                        logins.broker(),
                        new HostedHome(logins.hosted(each.id())),
                        played,
                        logins.folder(each.id())));
            } else if (each.connection() != Connection.NONE && exchanges) {
                simulators.add(new CounterpartySimulator(
                        each, surroundings, homes(each, played, logins), logins.folder(each.id())));
            }
        }
        return simulators;
    }

    private static Map<AgreedParty, Home> homes(AgreedCounterparty counterparty, PlayedParties played, Logins logins)
            throws IOException {
        Map<AgreedParty, Home> homes = new LinkedHashMap<>();
        for (AgreedParty party : played.of(counterparty)) {
            homes.put(
                    party,
                    counterparty.connection() == Connection.REMOTE
                            ? new RemoteDisk(logins.disk(counterparty.id()))
                            : new HostedHome(logins.hosted(party.id())));
        }
        return homes;
    }
}
