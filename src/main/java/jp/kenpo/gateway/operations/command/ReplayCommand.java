package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.quarantine.Person;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has transfers that wait decided anew (再送) where today's rules decide otherwise, and shows the difference. */
@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private WaitingTransfers transfers = new WaitingTransfers();

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    private @Nullable String reason;

    ReplayCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (reason != null) {
            KeptText.refuseUnfit(context, reason, "--reason");
        }
        var desk = transfers.desk(context);
        return transfers.handle(context, desk, desk.replay(new Person(KeptText.user(), reason)));
    }
}
