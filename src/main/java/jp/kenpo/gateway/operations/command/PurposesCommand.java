package jp.kenpo.gateway.operations.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.PurposeCoverage;
import jp.kenpo.gateway.operations.PurposeListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the notice: every purpose, whether systems exchange data for it, and the routes that do; or what is missing. */
@Command(name = "purposes")
final class PurposesCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(names = "--coverage", descriptionKey = "coverage")
    private boolean coverage;

    PurposesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var listing = new PurposeListing(context.installation());
        if (coverage) {
            return report(listing.coverage());
        }
        var purposes = listing.purposes();
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

    private int report(PurposeCoverage found) {
        if (json.wanted()) {
            context.printJson(found);
        } else {
            context.say(
                    "coverage.summary",
                    found.rows(),
                    found.carried().size(),
                    found.withoutExchange().size());
            found.gaps()
                    .forEach(gap -> context.say(
                            "coverage." + gap.lack().name().toLowerCase(Locale.ROOT),
                            gap.purpose(),
                            String.valueOf(gap.route())));
        }
        return found.complete() ? 0 : 1;
    }
}
