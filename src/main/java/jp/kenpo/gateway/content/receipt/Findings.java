package jp.kenpo.gateway.content.receipt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in one file: the first thousand findings in the order of the file, all of them counted. */
final class Findings {

    private static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private final List<Finding> ofReceipt = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private long ordinal;
    private @Nullable String searchNumber;
    private long errors;
    private long warnings;

    /** Begins the findings of a receipt; the earlier receipt's are put in order. */
    void begin(long receiptOrdinal, @Nullable String receiptNumber) {
        endReceipt();
        ordinal = receiptOrdinal;
        searchNumber = receiptNumber;
    }

    /** Begins the findings of what stands outside of a receipt. */
    void endReceipt() {
        if (!ofReceipt.isEmpty()) {
            ofReceipt.sort(Comparator.comparingLong(Finding::line));
            ofReceipt.stream().limit(KEPT - kept.size()).forEach(kept::add);
            ofReceipt.clear();
        }
        ordinal = 0;
    }

    /** Returns how findings name the present receipt; null outside of one. */
    @Nullable
    String receipt() {
        return ordinal == 0 ? null : Receipt.label(ordinal, searchNumber);
    }

    /**
     * Adds a finding about the present receipt.
     *
     * @param line line in the file, 0 for the file
     * @param field label of the item, null for the line
     * @param arguments figures only, never a value of an item that may tell of a person
     */
    void add(Rule rule, long line, @Nullable String field, Object... arguments) {
        if (rule.severity() == Severity.ERROR) {
            errors++;
        } else if (rule.severity() == Severity.WARNING) {
            warnings++;
        }
        if (kept.size() + ofReceipt.size() < KEPT) {
            var texts = new ArrayList<String>(arguments.length);
            for (Object argument : arguments) {
                texts.add(argument.toString());
            }
            ofReceipt.add(new Finding(rule.severity(), rule.id(), line, receipt(), field, texts));
        }
    }

    /** Adds a finding that is told once a file for each field: the hundredth would say no more than the first. */
    void once(Rule rule, long line, @Nullable String field, Object... arguments) {
        if (told.add(rule.id() + ' ' + field + List.of(arguments))) {
            add(rule, line, field, arguments);
        }
    }

    /**
     * Adds a finding about an item. Where the layout of its record is not confirmed, the item may be right and the
     * table wrong: then it is told once, as {@link Rule#ITEM_UNCONFIRMED}.
     */
    void item(Rule rule, Line line, RecordItems items, int place, Object... arguments) {
        item(rule, line.number, items, place, arguments);
    }

    /** As above, about a line that has passed. */
    void item(Rule rule, long line, RecordItems items, int place, Object... arguments) {
        if (items.isUnconfirmed()) {
            once(Rule.ITEM_UNCONFIRMED, line, items.label(place), items.id());
        } else {
            add(rule, line, items.label(place), arguments);
        }
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    long errors() {
        return errors;
    }

    long warnings() {
        return warnings;
    }
}
