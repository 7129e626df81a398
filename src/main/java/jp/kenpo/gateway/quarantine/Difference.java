package jp.kenpo.gateway.quarantine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was decided about a transfer before, and what would be decided today. */
public record Difference(Outcome before, Outcome after) {

    /**
     * One decision.
     *
     * @param decision {@code quarantined}, {@code refused}, {@code granted}, {@code held}; {@code open} where a file is
     *     composed anew first
     * @param reason of a refusal, as in the ledger; null for others
     * @param findings number of errors and warnings by rule, of those that were kept
     * @param fields that may move, as {@code category.field}; empty unless granted
     */
    public record Outcome(
            String decision, @Nullable String reason, SortedMap<String, Long> findings, SortedSet<String> fields) {}

    /** Returns the findings that there are no more, by rule. */
    @JsonProperty
    public SortedMap<String, Long> findingsGone() {
        return more(before.findings(), after.findings());
    }

    /** Returns the findings that there were not before, by rule. */
    @JsonProperty
    public SortedMap<String, Long> findingsNew() {
        return more(after.findings(), before.findings());
    }

    /** Returns the fields that may move today and might not before. */
    @JsonProperty
    public SortedSet<String> fieldsAdded() {
        return without(after.fields(), before.fields());
    }

    /** Returns the fields that might move before and may not today. */
    @JsonProperty
    public SortedSet<String> fieldsRemoved() {
        return without(before.fields(), after.fields());
    }

    /** Returns whether it would come to wait again for what it waits for now. */
    public boolean changesNothing() {
        return before.decision().equals(after.decision())
                && Objects.equals(before.reason(), after.reason())
                && before.findings().equals(after.findings());
    }

    /** Returns what the entry says. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("before", before.decision() + (before.reason() == null ? "" : " " + before.reason()));
        facts.put("after", after.decision() + (after.reason() == null ? "" : " " + after.reason()));
        facts.put("findingsGone", findingsGone());
        facts.put("findingsNew", findingsNew());
        facts.put("fieldsAdded", fieldsAdded());
        facts.put("fieldsRemoved", fieldsRemoved());
        return facts;
    }

    private static SortedMap<String, Long> more(Map<String, Long> these, Map<String, Long> those) {
        SortedMap<String, Long> more = new TreeMap<>();
        these.forEach((rule, count) -> {
            long other = those.getOrDefault(rule, 0L);
            if (count > other) {
                more.put(rule, count - other);
            }
        });
        return more;
    }

    private static SortedSet<String> without(SortedSet<String> these, SortedSet<String> those) {
        SortedSet<String> rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }
}
