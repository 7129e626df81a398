package jp.kenpo.gateway.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kenpo.gateway.ledger.Entry;

/** One entry of the ledger (授受台帳), without its seal. */
public record EntryView(long number, OffsetDateTime at, String kind, Map<String, Object> details) {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}([.]\\d{1,9})?Z");

    /** Returns the details as one line, in the order of their names. */
    public String line() {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining(" "));
    }

    static EntryView of(Entry entry) {
        return new EntryView(
                entry.number(), Labels.inTokyo(entry.at()), entry.kind().label(), inTokyo(entry.details()));
    }

    /** The ledger keeps times in UTC; people read them beside lists that tell those of Tokyo. */
    private static Map<String, Object> inTokyo(Map<String, Object> details) {
        var told = new LinkedHashMap<String, Object>();
        details.forEach((name, value) -> told.put(
                name,
                INSTANT.matcher(String.valueOf(value)).matches()
                        ? Labels.inTokyo(Instant.parse(String.valueOf(value))).toString()
                        : value));
        return told;
    }
}
