package jp.kenpo.gateway.operations.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The entry of all commands; alone it starts the gateway, which happens before commands are looked at. */
@Command(
        name = "gateway",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = GatewayVersion.class,
        usageHelpAutoWidth = true)
final class GatewayCommand implements Runnable {

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--debug", descriptionKey = "debug", scope = ScopeType.INHERIT)
    private boolean debug;

    GatewayCommand(CommandContext context) {
        this.context = context;
    }

    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), context.text("error.command-missing"));
    }
}
