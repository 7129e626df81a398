package jp.kenpo.gateway.routing;

import java.io.IOException;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.ledger.StateConflictException;
import org.jspecify.annotations.Nullable;

/** Says what failed in words that may stand in a list: never the message of a foreign exception, which may quote data. */
final class Failure {

    private Failure() {}

    /** Returns the kinds of the exception and of its cause; the text only of exceptions that this project words. */
    static String of(@Nullable Throwable failure) {
        if (failure == null) {
            return "unknown";
        }
        if (failure instanceof ProvisionRefusedException || failure instanceof StateConflictException) {
            return String.valueOf(failure.getMessage());
        }
        Throwable cause = root(failure);
        String kind = failure instanceof NotDeliveredException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        boolean world = cause instanceof IOException;
        return cause == failure
                ? kind
                : kind + " (" + cause.getClass().getSimpleName() + (world ? ", connection or disk" : "") + ")";
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
