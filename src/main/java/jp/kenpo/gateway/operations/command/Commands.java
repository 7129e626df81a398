package jp.kenpo.gateway.operations.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Carries out one command of the jar. */
public final class Commands {

    private Commands() {}

    /**
     * Carries out the command and prints to the terminal, always in UTF-8.
     *
     * @param gateway starts a gateway within this process
     * @return the exit code of the process: 0, or 1 if the command failed or found errors
     */
    public static int execute(Invocation invocation, GatewayStart gateway) {
        try (var out = terminal(FileDescriptor.out);
                var err = terminal(FileDescriptor.err)) {
            var surroundings = Surroundings.of(invocation);
            var texts = new Texts(surroundings.locale());
            try (var installation = surroundings.installation()) {
                return execute(invocation, new CommandContext(installation, texts, out, err, gateway));
            } catch (RuntimeException e) {
                // Settings that can't be bound fail before Picocli is there to handle it
                return new Failures(texts).report(e, err);
            }
        }
    }

    /** Carries out the command in a context that is given. */
    static int execute(Invocation invocation, CommandContext context) {
        return line(context).execute(invocation.command().toArray(String[]::new));
    }

    static CommandLine line(CommandContext context) {
        var root = new GatewayCommand(context);
        var texts = context.texts();
        var line = new CommandLine(root)
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new CheckCommand(context))
                .addSubcommand(new ExplainCommand(context))
                .addSubcommand(new RoutesCommand(context))
                .addSubcommand(new PurposesCommand(context))
                .addSubcommand(new CommandLine(new CounterpartiesCommand(context))
                        .addSubcommand(new CounterpartiesImportCommand(context)))
                .addSubcommand(new AsyncApiCommand(context))
                .addSubcommand(new TransfersCommand(context))
                .addSubcommand(new ShowCommand(context))
                .addSubcommand(new ReleaseCommand(context))
                .addSubcommand(new ReplayCommand(context))
                .addSubcommand(new RejectCommand(context))
                .addSubcommand(new MarkDeliveredCommand(context))
                .addSubcommand(new TotalsCommand(context))
                .addSubcommand(new VerifyInquirerCommand(context))
                .addSubcommand(new ProvisionsCommand(context))
                .addSubcommand(new FileCheckCommand(context))
                .addSubcommand(
                        new CommandLine(new LedgerCommand(context)).addSubcommand(new LedgerVerifyCommand(context)))
                .addSubcommand(new BackupCommand(context))
                .addSubcommand(new RestoreCommand(context))
                .addSubcommand(new SettleCommand(context))
                .addSubcommand(new CommandLine(new BenchCommand(context))
                        .addSubcommand(new BenchContentCommand(context))
                        .addSubcommand(new BenchTransfersCommand(context)))
                .addSubcommand(new CommandLine(new SandboxCommand(context))
                        .addSubcommand(new SandboxGenerateCommand(context))
                        .addSubcommand(new SandboxMonthCommand(context)));
        var conversions = new Conversions(texts);
        conversions.register(line);
        var failures = new Failures(texts);
        return line.setResourceBundle(texts.bundle())
                .setOut(context.out())
                .setErr(context.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.AUTO))
                .setParameterExceptionHandler((fault, arguments) -> failures.reportUsage(fault, context.err()))
                .setExecutionExceptionHandler((fault, command, parsed) -> root.debug()
                        ? failures.reportAll(fault, context.err())
                        : failures.report(fault, context.err()));
    }

    private static PrintWriter terminal(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
