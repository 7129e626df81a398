package jp.kenpo.gateway.disclosure;

/** The record of a provision is not the one that was sealed, or the key is another. */
public final class ProvisionNotReadableException extends RuntimeException {

    ProvisionNotReadableException(String transfer) {
        super("the record of the provision " + transfer + " is not the one that was sealed; restore the ledger and its"
                + " keys from the same backup");
    }
}
