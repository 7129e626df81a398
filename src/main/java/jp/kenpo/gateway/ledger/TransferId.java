package jp.kenpo.gateway.ledger;

/** Names one transfer: 26 characters (ULID, Crockford's base 32), in the order of time. */
public record TransferId(String value) implements Comparable<TransferId> {

    private static final int LENGTH = 26;
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** @throws IllegalArgumentException if the text is not a transfer id; the text is not repeated */
    public TransferId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a transfer id");
        }
    }

    /** By hand: every row of the ledger that is read makes one. */
    private static boolean isOne(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int at = 0; at < LENGTH; at++) {
            if (SIGNS.indexOf(value.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
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
