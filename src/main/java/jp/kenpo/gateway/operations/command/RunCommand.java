package jp.kenpo.gateway.operations.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Describes {@code run} in the help; the starting itself is done without Picocli, see {@link Invocation}. */
@Command(name = "run")
final class RunCommand implements Runnable {

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), context.text("error.run-alone"));
    }
}
