package jp.kenpo.gateway.routing;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kenpo.gateway.delivery.NameTakenException;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import jp.kenpo.gateway.gate.ProvisionRefusedException;
import jp.kenpo.gateway.intake.NotWholeException;
import jp.kenpo.gateway.ledger.LedgerUnavailableException;
import jp.kenpo.gateway.ledger.StateConflictException;
import jp.kenpo.gateway.payload.PayloadNotReadableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Says what failed in words that may stand in a list: never the message of a foreign exception, which may quote data. */
final class Failure {

    private static final int LONGEST_CHAIN = 20;
    private static final List<String> BROKEN = List.of("com.jcraft.jsch.", "org.apache.camel.component.file.remote.");

    private Failure() {}

    /** Returns the kinds of the exception and of its cause; the text only of exceptions that this project words. */
    static String of(@Nullable Throwable failure) {
        if (failure == null) {
            return "unknown";
        }
        if (failure instanceof ProvisionRefusedException
                || failure instanceof StateConflictException
                || failure instanceof NameTakenException
                || failure instanceof NotWholeException) {
            return String.valueOf(failure.getMessage());
        }
        Throwable cause = root(failure);
        if (isOfBrokenConnection(cause)) {
            return "the connection broke off";
        }
        if (cause instanceof JSchHostKeyException) {
            return "the host key of the counterparty's SFTP server is not the known one: ask the counterparty by another"
                    + " way, and write a new key into known-hosts only when it confirms it";
        }
        String kind = failure instanceof NotDeliveredException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        boolean world = cause instanceof IOException;
        return cause == failure
                ? kind + (world && !(failure instanceof NotDeliveredException) ? " (connection or disk)" : "")
                : kind + " (" + cause.getClass().getSimpleName() + (world ? ", connection or disk" : "") + ")";
    }

    /** What a failure is to be blamed on. */
    enum Cause {
        /** The transfer itself, or what lies in its way: another attempt would fail as well. */
        CONTENT,
        /** Connection, disk, broker or database. */
        WORLD,
        /** Neither is certain. */
        UNKNOWN
    }

    /** Returns what a failure is to be blamed on. */
    static Cause causeOf(@Nullable Throwable failure) {
        if (failure instanceof ProvisionRefusedException
                || failure instanceof PayloadNotReadableException
                || failure instanceof NameTakenException) {
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

    /** JSch and Camel meet fields that are empty, or get nothing for a channel, when a session ends in that moment. */
    private static boolean isOfBrokenConnection(Throwable cause) {
        StackTraceElement[] stack = cause.getStackTrace();
        return cause instanceof NullPointerException
                && stack.length > 0
                && BROKEN.stream().anyMatch(stack[0].getClassName()::startsWith);
    }

    /** Returns whether the other side could not be reached, or did not answer; one that says no did answer. */
    static boolean isOfConnection(Throwable failure) {
        return chain(failure)
                .anyMatch(each -> each instanceof JSchException
                        || (each instanceof IOException
                                && !(each instanceof NotDeliveredException)
                                && !(each instanceof NameTakenException)));
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
