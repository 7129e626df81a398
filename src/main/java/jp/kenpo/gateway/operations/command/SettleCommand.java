package jp.kenpo.gateway.operations.command;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.ledger.EntryKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Enters that a person knows what happened between a backup and its restore; deliveries are not held for it any more. */
@Command(name = "settle")
final class SettleCommand implements Callable<Integer> {

    private static final Set<EntryKind> TELLING = Set.of(EntryKind.RESTORED, EntryKind.RESTORE_SETTLED);

    private final CommandContext context;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "reason")
    private String reason = "";

    SettleCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        KeptText.refuseUnfit(context, reason, "--reason");
        var ledger = context.installation().writableLedger();
        var restored = ledger.sealedOfNoTransfer(TELLING).filter(entry -> entry.kind() == EntryKind.RESTORED);
        if (restored.isEmpty()) {
            context.say("settle.nothing");
            return 1;
        }
        ledger.write(write -> {
            Map<String, Object> facts =
                    Map.of("restore", restored.get().number(), "by", KeptText.user(), "reason", reason);
            write.enter(null, EntryKind.RESTORE_SETTLED, facts);
            return facts;
        });
        context.say("settle.done");
        return 0;
    }
}
