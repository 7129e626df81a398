package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Enters that what is held in the middle of its delivery is at the counterparty after all, with evidence. */
@Command(name = "mark-delivered")
final class MarkDeliveredCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private WaitingTransfers transfers = new WaitingTransfers();

    @Option(names = "--evidence", paramLabel = "TEXT", required = true)
    private String evidence = "";

    MarkDeliveredCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        KeptText.refuseUnfit(context, evidence, "--evidence");
        var desk = transfers.desk(context);
        return transfers.handle(context, desk, desk.markDelivered(KeptText.user(), evidence));
    }
}
