package jp.kenpo.gateway.content.qualification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of one sending, and what became of each of them. Not thread-safe.
 *
 * <p>It closes only when every record was accepted, with or without doubt, or rejected. The rule is inferred.
 */
public final class RegistrationBatch {

    private static final Outcome NO_RESULT = new Outcome.NoResult();

    private final Map<SentRecord, Outcome> outcomes = new LinkedHashMap<>();

    /** Adds a record that was sent; one that was sent before keeps its outcome. */
    public void sent(SentRecord record) {
        outcomes.putIfAbsent(record, NO_RESULT);
    }

    /**
     * Takes the outcome of a record. A later one takes the place of an earlier one; that nothing came back does not.
     *
     * @return false if no such record was sent: the result is of another batch
     */
    public boolean became(SentRecord record, Outcome outcome) {
        if (!outcomes.containsKey(record)) {
            return false;
        }
        if (!(outcome instanceof Outcome.NoResult)) {
            outcomes.put(record, outcome);
        }
        return true;
    }

    /** Returns what became of a record; that nothing came back if it was not sent. */
    public Outcome outcome(SentRecord record) {
        return outcomes.getOrDefault(record, NO_RESULT);
    }

    /** Returns whether sent = accepted + accepted with doubt + rejected. */
    public boolean isClosed() {
        return open().isEmpty();
    }

    /** Returns the records that nothing came back for, in the order in which they were sent. */
    public List<SentRecord> open() {
        return outcomes.entrySet().stream()
                .filter(each -> each.getValue() instanceof Outcome.NoResult)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns how many records had an outcome of this kind. */
    public long count(Class<? extends Outcome> kind) {
        return outcomes.values().stream().filter(kind::isInstance).count();
    }
}
