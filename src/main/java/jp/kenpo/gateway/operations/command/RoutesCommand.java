package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.RouteListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the routes with their purposes, state and last transfer. */
@Command(name = "routes")
final class RoutesCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    RoutesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var routes = new RouteListing(context.installation()).routes();
        if (json.wanted()) {
            context.printJson(routes);
            return 0;
        }
        var table =
                context.table("route", "direction", "counterparty", "parties", "purposes", "legal", "state", "last");
        routes.forEach(route -> table.row(
                route.id(),
                route.direction(),
                route.counterparty(),
                route.parties(),
                route.purposes(),
                route.legalCharacter(),
                route.state(),
                route.lastTransferAt()));
        table.print(context.out());
        return 0;
    }
}
