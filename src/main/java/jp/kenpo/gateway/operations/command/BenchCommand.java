package jp.kenpo.gateway.operations.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the measurements. */
@Command(name = "bench")
final class BenchCommand implements Runnable {

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BenchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), context.text("error.command-missing"));
    }
}
