package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.SchemaFolder;
import jp.kenpo.gateway.operations.ConfigurationCheck;
import jp.kenpo.gateway.operations.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether the gateway would start with these files, and what to write where it would not. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private static final int NAMED = 3;

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
            remarks();
        } else {
            problems.forEach(problem -> context.out().println(TextTable.cell(problem)));
            context.say("check.bad", problems.size());
        }
        return problems.isEmpty() ? 0 : 1;
    }

    /** What keeps no gateway from starting, and nobody would notice else. */
    private void remarks() {
        var absent = context.installation().absentFiles();
        if (!absent.isEmpty()) {
            var first = absent.stream().limit(NAMED).map(Printable::of).collect(Collectors.joining(", "));
            context.say("check.absent", absent.size(), absent.size() > NAMED ? first + ", …" : first);
        }
        var unreadable =
                SchemaFolder.unreadable(context.installation().settings().schemasDir());
        if (!unreadable.isEmpty()) {
            context.say("check.schemas", unreadable.stream().map(Printable::of).collect(Collectors.joining(", ")));
        }
    }
}
