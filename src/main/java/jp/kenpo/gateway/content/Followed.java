package jp.kenpo.gateway.content;

import jp.kenpo.gateway.member.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * A record that two contents speak of: the one that sends it, and the one that says what became of it.
 *
 * @param record the same in both, and no value of a person
 * @param outcome what became of it; null in the content that sends it
 */
public record Followed(Pseudonym record, @Nullable String outcome) {

    /** Returns the record as text, 32 signs. */
    public String key() {
        return "%016x%016x".formatted(record.high(), record.low());
    }
}
