package jp.kenpo.gateway.ledger;

import java.util.regex.Pattern;

/** Names one transfer: 26 characters (ULID, Crockford's base 32), in the order of time. */
public record TransferId(String value) implements Comparable<TransferId> {

    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");

    /** @throws IllegalArgumentException if the text is not a transfer id; the text is not repeated */
    public TransferId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a transfer id");
        }
    }

    @Override
    public int compareTo(TransferId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
