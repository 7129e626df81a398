package jp.kenpo.gateway.operations.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the whole ledger and says whether the chain holds, or which entry is the first bad one. */
@Command(name = "verify")
final class LedgerVerifyCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    LedgerVerifyCommand(CommandContext context) {
        this.context = context;
    }

    /** What the JSON shows. */
    private record Outcome(long entries, long millis, Ledger.@Nullable Fault fault) {}

    @Override
    public Integer call() {
        long start = System.nanoTime();
        var verification = context.installation().ledger().verify();
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        var fault = verification.fault();
        if (json.wanted()) {
            context.printJson(new Outcome(verification.entries(), millis, fault));
        } else if (fault == null) {
            context.say("ledger.whole", verification.entries(), millis);
        } else {
            context.say(
                    "ledger.broken", fault.number(), TextTable.cell(fault.transfer()), TextTable.cell(fault.what()));
        }
        return fault == null ? 0 : 1;
    }
}
