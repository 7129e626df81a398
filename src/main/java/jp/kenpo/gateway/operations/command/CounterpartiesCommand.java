package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.CounterpartyListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the counterparties with their connection, agreements and interchanges. */
@Command(name = "counterparties")
final class CounterpartiesCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    CounterpartiesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var counterparties = new CounterpartyListing(context.installation()).counterparties();
        if (json.wanted()) {
            context.printJson(counterparties);
            return 0;
        }
        var table =
                context.table("counterparty", "name", "parties", "connection", "address", "agreements", "interchanges");
        counterparties.forEach(counterparty -> table.row(
                counterparty.id(),
                counterparty.name(),
                counterparty.parties(),
                counterparty.connection(),
                counterparty.address(),
                counterparty.agreements().stream()
                        .map(agreement -> agreement.id() + " (" + agreement.from() + " – " + agreement.until() + ")")
                        .toList(),
                counterparty.interchanges()));
        table.print(context.out());
        return 0;
    }
}
