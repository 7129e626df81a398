package jp.kenpo.gateway.watch;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The circuits of the connections, by counterparty.
 *
 * @param all one for each counterparty that has a server of its own
 */
public record Circuits(Map<String, Circuit> all) {

    public Circuits {
        all = Map.copyOf(all);
    }

    /** Returns the circuit of a counterparty; empty where nothing is far away. */
    public Optional<Circuit> of(String counterparty) {
        return Optional.ofNullable(all.get(counterparty));
    }

    /** Returns those that are open, by counterparty. */
    public Map<String, Circuit> open() {
        Map<String, Circuit> open = new TreeMap<>(all);
        open.values().removeIf(each -> each.openSince().isEmpty());
        return open;
    }
}
