package jp.kenpo.gateway.operations.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.HandledView;
import jp.kenpo.gateway.operations.Printable;
import jp.kenpo.gateway.operations.QuarantineDesk;
import jp.kenpo.gateway.operations.QuarantineDesk.Selection;
import jp.kenpo.gateway.quarantine.Act;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which transfers a person deals with: some by id, or all that wait and fit; the same on every such command. */
final class WaitingTransfers {

    @Parameters(arity = "0..*", paramLabel = "TRANSFER", descriptionKey = "transfers")
    private List<String> ids = List.of();

    @Option(names = "--interchange", paramLabel = "NAME", descriptionKey = "waiting.interchange")
    private @Nullable String interchange;

    @Option(names = "--party", paramLabel = "PARTY", descriptionKey = "waiting.party")
    private @Nullable String party;

    @Option(names = "--state", paramLabel = "STATE", split = ",", descriptionKey = "waiting.state")
    private Set<TransferState> states = Set.of();

    @Option(names = "--older", paramLabel = "AGE", descriptionKey = "waiting.older")
    private @Nullable Duration older;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", descriptionKey = "waiting.limit")
    private int limit;

    @Option(names = "--dry-run", descriptionKey = "waiting.dry-run")
    private boolean dryRun;

    @Mixin
    private JsonOption json = new JsonOption();

    /** Returns where to carry the act out, or only to look. */
    QuarantineDesk desk(CommandContext context) {
        return new QuarantineDesk(context.installation(), !dryRun);
    }

    /** Deals with one after the other and prints what became of them; 1 if something stood in the way of one. */
    int handle(CommandContext context, QuarantineDesk desk, Act act) {
        var chosen = chosen(context, desk);
        var some = chosen.subList(0, Math.min(limit, chosen.size()));
        var handled = new ArrayList<HandledView>();
        for (TransferId id : some) {
            handled.add(desk.handle(id, act));
            if (context.onTerminal() && !json.wanted() && some.size() > 1) {
                context.err().print("\r" + context.text("handled.progress", handled.size(), some.size()) + " ");
                context.err().flush();
            }
        }
        new HandledTable(context, dryRun).print(handled, chosen.size() - some.size(), json.wanted());
        return handled.stream().allMatch(HandledView::went) ? 0 : 1;
    }

    private List<TransferId> chosen(CommandContext context, QuarantineDesk desk) {
        var selection = new Selection(interchange, party, states, older);
        if (limit < 1) {
            throw context.refusal("error.limit");
        }
        if (ids.isEmpty() == selection.isEmpty()) {
            throw context.refusal("error.ids-or-filter");
        }
        requireSensible(context);
        return ids.isEmpty()
                ? desk.waiting(selection)
                : ids.stream().distinct().map(id -> id(context, id)).toList();
    }

    /** A misspelt filter must not look like one that nothing fits. */
    private void requireSensible(CommandContext context) {
        var name = interchange;
        if (name != null
                && context.installation().counterparties().interchange(name).isEmpty()) {
            throw UnknownInterchange.refusal(context, name);
        }
        var of = party;
        if (of != null && context.installation().counterparties().party(of).isEmpty()) {
            throw context.refusal("error.unknown-party", Printable.of(of));
        }
        if (!states.stream().allMatch(TransferState::waits)) {
            throw context.refusal("error.state-waits-not");
        }
    }

    private static TransferId id(CommandContext context, String text) {
        try {
            return new TransferId(text);
        } catch (IllegalArgumentException e) {
            throw context.refusal("error.transfer-id", Printable.of(text));
        }
    }
}
