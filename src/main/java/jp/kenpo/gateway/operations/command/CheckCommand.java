package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.ConfigurationCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether the gateway would start with these files, and what to write where it would not. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    CheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var problems = new ConfigurationCheck(context.installation()).problems();
        if (json.wanted()) {
            context.printJson(problems);
        } else if (problems.isEmpty()) {
            var installation = context.installation();
            context.say(
                    "check.good",
                    installation.purposes().all().size(),
                    installation.counterparties().all().size(),
                    installation.routes().routes().size());
        } else {
            problems.forEach(problem -> context.out().println(TextTable.cell(problem)));
            context.say("check.bad", problems.size());
        }
        return problems.isEmpty() ? 0 : 1;
    }
}
