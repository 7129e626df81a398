package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.quarantine.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends transfers that wait (却下); the party that sent them is told why. */
@Command(name = "reject")
final class RejectCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private WaitingTransfers transfers = new WaitingTransfers();

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    RejectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        KeptText.refuseUnfit(context, reason, "--reason");
        var desk = transfers.desk(context);
        return transfers.handle(context, desk, desk.reject(new Person(KeptText.user(), reason)));
    }
}
