package jp.kenpo.gateway.operations.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.Backup;
import jp.kenpo.gateway.operations.BackupManifest;
import jp.kenpo.gateway.operations.CopyRefusedException;
import jp.kenpo.gateway.operations.Printable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies the installation while the gateway runs. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--to", paramLabel = "DIR", required = true)
    private Path to = Path.of("");

    @Option(names = "--keys-to", paramLabel = "DIR")
    private @Nullable Path keysTo;

    @Mixin
    private JsonOption json = new JsonOption();

    BackupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        BackupManifest backup;
        try {
            backup = new Backup(context.installation()).take(to, keysTo);
        } catch (CopyRefusedException refused) {
            throw context.refusal("error.copy." + refused.reason().label(), refused.where());
        }
        if (json.wanted()) {
            context.printJson(backup);
            return 0;
        }
        context.say("backup.made", backup.entries(), backup.payloads(), to);
        if (keysTo == null) {
            context.say("backup.no-keys", context.installation().settings().keys());
        } else {
            context.say("backup.keys", keysTo);
        }
        if (!backup.outside().isEmpty()) {
            context.say("backup.outside", backup.outside().size());
            backup.outside().forEach(file -> context.out().println("  " + Printable.of(file)));
        }
        return 0;
    }
}
