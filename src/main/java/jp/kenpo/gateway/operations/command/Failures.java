package jp.kenpo.gateway.operations.command;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.ledger.LedgerBrokenException;
import jp.kenpo.gateway.ledger.LedgerUnavailableException;
import jp.kenpo.gateway.operations.NeverStartedException;
import jp.kenpo.gateway.operations.Printable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one clear line why a command failed. Every failure has the exit code 1. */
final class Failures {

    private static final int FAILED = 1;

    private final Texts texts;

    Failures(Texts texts) {
        this.texts = texts;
    }

    int report(Exception failure, PrintWriter err) {
        err.println(line(failure));
        err.flush();
        return FAILED;
    }

    /** With {@code --debug}: the stack trace as well. */
    int reportAll(Exception failure, PrintWriter err) {
        failure.printStackTrace(err);
        return report(failure, err);
    }

    int reportUsage(ParameterException failure, PrintWriter err) {
        var name = failure.getCommandLine().getCommandSpec().qualifiedName();
        err.println(texts.text("error", usage(failure)) + " " + texts.text("error.see-help", name));
        err.flush();
        return FAILED;
    }

    private String usage(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return texts.text("error.unmatched", Printable.of(String.join(" ", unmatched.getUnmatched())));
        }
        if (failure instanceof MissingParameterException missing) {
            var names = missing.getMissing().stream().map(Failures::name).toList();
            return texts.text("error.missing", String.join(", ", names));
        }
        if (failure.getCause() instanceof TypeConversionException expected && failure.getArgSpec() != null) {
            return texts.text("error.value", name(failure.getArgSpec()), String.valueOf(expected.getMessage()));
        }
        return message(failure);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private String line(Exception failure) {
        if (failure instanceof CommandRefusedException) {
            return texts.text("error", message(failure));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationRejectedException rejected) {
                return String.valueOf(rejected.getMessage());
            }
            if (cause instanceof NeverStartedException never) {
                return texts.text("error", texts.text("error.never-started", never.dataDir()));
            }
            if (cause instanceof LedgerBrokenException) {
                return texts.text("error", texts.text("error.ledger-broken", message(cause)));
            }
            if (cause instanceof NoSuchFileException || cause instanceof AccessDeniedException) {
                return texts.text("error", texts.text("error.unreadable", message(cause)));
            }
        }
        if (LedgerUnavailableException.isUnreached(failure)) {
            return texts.text("error", texts.text("error.ledger-away"));
        }
        return texts.text(
                "error", texts.text("error.unexpected", failure.getClass().getSimpleName(), message(failure)));
    }

    private static String message(Throwable failure) {
        return Printable.of(String.valueOf(failure.getMessage()));
    }
}
