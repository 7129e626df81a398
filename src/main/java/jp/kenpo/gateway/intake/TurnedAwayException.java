package jp.kenpo.gateway.intake;

import java.io.IOException;

/** The connection is not let in; made by the thousand in a flood, so without a stack trace. */
final class TurnedAwayException extends IOException {

    private static final long serialVersionUID = 1;

    TurnedAwayException(Doorkeeper.Reason reason) {
        super("turned away: " + reason.label());
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
