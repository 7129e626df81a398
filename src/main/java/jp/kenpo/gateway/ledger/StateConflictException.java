package jp.kenpo.gateway.ledger;

/** A transfer is not in the state that a step expects: the step was done already, or a person moved it. */
public final class StateConflictException extends RuntimeException {

    private final TransferState found;

    public StateConflictException(TransferId transfer, TransferState found) {
        super("transfer " + transfer + " is " + found.label());
        this.found = found;
    }

    public TransferState found() {
        return found;
    }
}
