package jp.kenpo.gateway.content.qualification;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what became of records, by the name of the outcome. A record costs no memory. */
final class OutcomeTally {

    private static final class Count {
        private long records;
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();

    void see(Outcome outcome) {
        counts.computeIfAbsent(outcome.counted(), name -> new Count()).records++;
    }

    /** Returns the numbers, in the order in which the outcomes were met. */
    Map<String, Long> counts() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        counts.forEach((name, count) -> numbers.put(name, count.records));
        return numbers;
    }
}
