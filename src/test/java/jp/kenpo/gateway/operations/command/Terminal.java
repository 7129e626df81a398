package jp.kenpo.gateway.operations.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import jp.kenpo.gateway.operations.TrialInstallation;

/** Runs commands as a person would, and keeps what they print. */
final class Terminal {

    private final TrialInstallation trial;
    private final Locale locale;

    Terminal(TrialInstallation trial, Locale locale) {
        this.trial = trial;
        this.locale = locale;
    }

    record Said(int exitCode, String out, String err) {}

    Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        try (var installation = trial.besideRunning()) {
            var context = new CommandContext(
                    installation, new Texts(locale), new PrintWriter(out, true), new PrintWriter(err, true));
            int exitCode = Commands.execute(Invocation.of(arguments), context);
            return new Said(exitCode, out.toString(), err.toString());
        }
    }
}
