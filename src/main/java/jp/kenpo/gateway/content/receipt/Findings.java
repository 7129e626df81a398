package jp.kenpo.gateway.content.receipt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in one file: the first thousand findings in the order of the file, all of them counted. */
final class Findings {

    private static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private final List<Finding> ofReceipt = new ArrayList<>();
    private @Nullable String receipt;
    private long errors;
    private long warnings;

    /** Begins the findings of a receipt; the earlier receipt's are put in order. */
    void begin(@Nullable String receiptLabel) {
        ofReceipt.sort(Comparator.comparingLong(Finding::line));
        ofReceipt.stream().limit(KEPT - kept.size()).forEach(kept::add);
        ofReceipt.clear();
        receipt = receiptLabel;
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
        } else {
            warnings++;
        }
        if (kept.size() + ofReceipt.size() < KEPT) {
            var texts = new ArrayList<String>(arguments.length);
            for (Object argument : arguments) {
                texts.add(argument.toString());
            }
            ofReceipt.add(new Finding(rule.severity(), rule.id(), line, receipt, field, texts));
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
