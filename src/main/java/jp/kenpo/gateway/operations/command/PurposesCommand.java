package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.PurposeListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the notice: every purpose, whether systems exchange data for it, and the routes that do. */
@Command(name = "purposes")
final class PurposesCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    PurposesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var purposes = new PurposeListing(context.installation()).purposes();
        if (json.wanted()) {
            context.printJson(purposes);
            return 0;
        }
        var table = context.table("purpose", "exchange", "routes", "examples", "wording", "reason");
        purposes.forEach(purpose -> table.row(
                purpose.id(),
                purpose.exchange(),
                purpose.routes(),
                purpose.examples(),
                purpose.wording(),
                purpose.reason()));
        table.print(context.out());
        return 0;
    }
}
