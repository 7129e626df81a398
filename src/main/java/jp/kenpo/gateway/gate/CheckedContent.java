package jp.kenpo.gateway.gate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.Flagged;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;

/**
 * What the check of a payload found, as the ledger tells it: a decision rests on the sealed entry, not on what a route
 * says.
 *
 * @param records number of receipts or rows
 * @param members number of members concerned
 * @param fields fields present, as {@code category.field}
 * @param myNumber whether My Numbers may be in it, declared or not
 * @param flagged what its rows say about their members
 */
public record CheckedContent(
        String layout,
        String category,
        long records,
        long members,
        Set<String> fields,
        boolean myNumber,
        Flagged flagged) {

    private static final Set<EntryKind> ITS_OWN =
            Set.of(EntryKind.CHECKED, EntryKind.COMPOSED, EntryKind.RELEASED, EntryKind.REPLAYED);

    /** Returns what the entry of a check that found no error says. */
    public static Map<String, Object> details(Layout layout, Reading reading) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("layout", layout.id());
        details.put("category", layout.category());
        details.put("records", reading.records());
        details.put("members", reading.members());
        details.put("counts", reading.counts());
        details.put("errors", reading.errors());
        details.put("warnings", reading.warnings());
        details.put("fields", new TreeSet<>(reading.fields()));
        details.put(
                "flags", layout.flags().stream().map(RowFlag::label).sorted().toList());
        details.put("myNumber", reading.myNumbers().count() > 0);
        return details;
    }

    /**
     * Returns the check that the transfer's payload rests on: its own, or that of the transfer it was announced from,
     * unless a new file was composed since. What was released is to be checked again.
     */
    public static Optional<CheckedContent> of(Ledger ledger, Transfer transfer) {
        Optional<Entry> own = ledger.sealed(transfer.id(), ITS_OWN);
        if (own.filter(entry -> entry.kind() == EntryKind.CHECKED).isPresent()) {
            return own.map(Entry::details).map(CheckedContent::from);
        }
        if (own.filter(entry -> entry.kind() == EntryKind.COMPOSED).isPresent()) {
            return Optional.empty();
        }
        return ledger.sealed(transfer.id(), Set.of(EntryKind.ANNOUNCED))
                .map(announced -> new TransferId(text(announced.details(), "parent")))
                .flatMap(ledger::find)
                .flatMap(parent -> of(ledger, parent));
    }

    /** Returns what a reading that nobody entered found, to ask what would be decided about it. */
    public static CheckedContent of(Layout layout, Reading reading) {
        return from(details(layout, reading));
    }

    private static CheckedContent from(Map<String, Object> details) {
        return new CheckedContent(
                text(details, "layout"),
                text(details, "category"),
                number(details, "records"),
                number(details, "members"),
                texts(details, "fields"),
                Boolean.TRUE.equals(details.get("myNumber")),
                flagged(details));
    }

    /** An entry from before flags were counted says nothing about them, so that what rests on them is refused. */
    private static Flagged flagged(Map<String, Object> details) {
        Map<String, Number> counts = new LinkedHashMap<>();
        if (details.get("counts") instanceof Map<?, ?> counted) {
            counted.forEach((name, count) -> {
                if (count instanceof Number number) {
                    counts.put(String.valueOf(name), number);
                }
            });
        }
        return Flagged.of(RowFlag.of(texts(details, "flags")), counts);
    }

    static Set<String> texts(Map<String, Object> details, String name) {
        if (details.get(name) instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
        }
        return Set.of();
    }

    private static String text(Map<String, Object> details, String name) {
        return String.valueOf(details.get(name));
    }

    private static long number(Map<String, Object> details, String name) {
        return details.get(name) instanceof Number value ? value.longValue() : 0;
    }
}
