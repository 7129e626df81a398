package jp.kenpo.gateway.operations.command;

import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.AsyncApi;
import picocli.CommandLine.Command;

/** Prints the AsyncAPI document of the core system's queues. */
@Command(name = "asyncapi")
final class AsyncApiCommand implements Callable<Integer> {

    private final CommandContext context;

    AsyncApiCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.out().print(new AsyncApi(context.installation()).text());
        context.out().flush();
        return 0;
    }
}
