package jp.kenpo.gateway.operations;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kenpo.gateway.ledger.Entry;

/** One entry of the ledger (授受台帳), without its seal. */
public record EntryView(long number, OffsetDateTime at, String kind, Map<String, Object> details) {

    /** Returns the details as one line, in the order of their names. */
    public String line() {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining(" "));
    }

    static EntryView of(Entry entry) {
        return new EntryView(
                entry.number(), Labels.inTokyo(entry.at()), entry.kind().label(), entry.details());
    }
}
