package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.quarantine.Person;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets transfers that wait go on (解除); check and gate decide about them anew. */
@Command(name = "release")
final class ReleaseCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private WaitingTransfers transfers = new WaitingTransfers();

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    private @Nullable String reason;

    ReleaseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (reason != null) {
            KeptText.refuseUnfit(context, reason, "--reason");
        }
        var desk = transfers.desk(context);
        return transfers.handle(context, desk, desk.release(new Person(KeptText.user(), reason)));
    }
}
