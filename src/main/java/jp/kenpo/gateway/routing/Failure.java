package jp.kenpo.gateway.routing;

import com.jcraft.jsch.JSchException;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.ledger.LedgerUnavailableException;
import jp.kenpo.gateway.ledger.StateConflictException;
import jp.kenpo.gateway.payload.PayloadNotReadableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Says what failed in words that may stand in a list: never the message of a foreign exception, which may quote data. */
final class Failure {

    private static final int LONGEST_CHAIN = 20;

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

    /** What a failure is to be blamed on. */
    enum Cause {
        /** The transfer itself: another attempt would fail as well. */
        CONTENT,
        /** Connection, disk, broker or database. */
        WORLD,
        /** Neither is certain. */
        UNKNOWN
    }

    /** Returns what a failure is to be blamed on. */
    static Cause causeOf(@Nullable Throwable failure) {
        if (failure instanceof ProvisionRefusedException || failure instanceof PayloadNotReadableException) {
            return Cause.CONTENT;
        }
        boolean world = chain(failure)
                .anyMatch(each -> each instanceof IOException
                        || each instanceof JMSException
                        || each instanceof LedgerUnavailableException
                        || each instanceof DataAccessException
                        || each instanceof JSchException);
        return world ? Cause.WORLD : Cause.UNKNOWN;
    }

    /** Returns whether the other side could not be reached, or did not answer; one that says no did answer. */
    static boolean isOfConnection(Throwable failure) {
        return chain(failure)
                .anyMatch(each -> each instanceof JSchException
                        || (each instanceof IOException && !(each instanceof NotDeliveredException)));
    }

    private static Stream<Throwable> chain(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(LONGEST_CHAIN);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
