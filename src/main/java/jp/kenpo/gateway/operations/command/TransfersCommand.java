package jp.kenpo.gateway.operations.command;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.LateListing;
import jp.kenpo.gateway.operations.Printable;
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

    @Option(names = "--party", paramLabel = "PARTY")
    private @Nullable String party;

    @Option(names = "--state", paramLabel = "STATE", split = ",")
    private Set<TransferState> states = Set.of();

    @Option(names = "--since", paramLabel = "TIME")
    private @Nullable Instant since;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit;

    @Option(names = "--late")
    private boolean late;

    @Mixin
    private JsonOption json = new JsonOption();

    TransfersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requireKnownInterchange();
        requireKnownParty();
        if (limit < 1) {
            throw context.refusal("error.limit");
        }
        return late ? printLate() : printTransfers();
    }

    private int printTransfers() {
        var transfers = new TransferListing(context.installation()).transfers(interchange, party, states, since, limit);
        if (json.wanted()) {
            context.printJson(transfers);
            return 0;
        }
        var table = context.table(
                "transfer",
                "received",
                "interchange",
                "party",
                "purposes",
                "state",
                "file",
                "records",
                "members",
                "error",
                "attempts",
                "next");
        transfers.forEach(transfer -> table.row(
                transfer.id(),
                transfer.receivedAt(),
                transfer.interchange(),
                transfer.party(),
                transfer.purposes(),
                transfer.state(),
                transfer.fileName(),
                transfer.records(),
                transfer.members(),
                transfer.lastError(),
                transfer.attempts(),
                transfer.nextAttempt()));
        table.print(context.out());
        return 0;
    }

    /** What has not come has neither state nor time. */
    private int printLate() {
        if (!states.isEmpty() || since != null || party != null) {
            throw context.refusal("error.late-alone");
        }
        var found = new LateListing(context.installation()).late(interchange);
        if (json.wanted()) {
            context.printJson(found);
            return 0;
        }
        var table = context.table("interchange", "counterparty", "due", "expected", "arrived", "unacknowledged");
        found.forEach(each -> table.row(
                each.interchange(),
                each.counterparty(),
                each.due(),
                each.expected(),
                each.arrived(),
                each.acknowledges()));
        table.print(context.out());
        return 0;
    }

    private void requireKnownParty() {
        var id = party;
        if (id != null && context.installation().counterparties().party(id).isEmpty()) {
            throw context.refusal("error.unknown-party", Printable.of(id));
        }
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
