package jp.kenpo.gateway.operations.command;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.TransferListing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists transfers, the newest first. */
@Command(name = "transfers")
final class TransfersCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--interchange", paramLabel = "NAME")
    private @Nullable String interchange;

    @Option(names = "--state", paramLabel = "STATE", split = ",")
    private Set<TransferState> states = Set.of();

    @Option(names = "--since", paramLabel = "TIME")
    private @Nullable Instant since;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit;

    @Mixin
    private JsonOption json = new JsonOption();

    TransfersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requireKnownInterchange();
        if (limit < 1) {
            throw context.refusal("error.limit");
        }
        var transfers = new TransferListing(context.installation()).transfers(interchange, states, since, limit);
        if (json.wanted()) {
            context.printJson(transfers);
            return 0;
        }
        var table = context.table(
                "transfer", "received", "interchange", "purposes", "state", "file", "records", "members", "error");
        transfers.forEach(transfer -> table.row(
                transfer.id(),
                transfer.receivedAt(),
                transfer.interchange(),
                transfer.purposes(),
                transfer.state(),
                transfer.fileName(),
                transfer.records(),
                transfer.members(),
                transfer.lastError()));
        table.print(context.out());
        return 0;
    }

    /** A misspelt name must not look like an interchange on which nothing moved. */
    private void requireKnownInterchange() {
        var name = interchange;
        if (name != null
                && context.installation().counterparties().interchange(name).isEmpty()) {
            throw UnknownInterchange.refusal(context, name);
        }
    }
}
