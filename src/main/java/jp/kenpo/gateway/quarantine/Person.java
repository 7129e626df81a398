package jp.kenpo.gateway.quarantine;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who deals with a transfer, and why; entered in the ledger for ever.
 *
 * @param name of the user of the operating system
 * @param reason nothing about a member; null if none was given
 */
public record Person(String name, @Nullable String reason) {

    /** Returns what an entry says of it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new TreeMap<>(Map.of("by", name));
        if (reason != null) {
            facts.put("reason", reason);
        }
        return facts;
    }
}
