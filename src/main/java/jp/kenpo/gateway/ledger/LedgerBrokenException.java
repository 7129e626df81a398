package jp.kenpo.gateway.ledger;

/** The chain does not hold: somebody changed, removed or added an entry. */
public final class LedgerBrokenException extends RuntimeException {

    public LedgerBrokenException(String message) {
        super(message);
    }
}
