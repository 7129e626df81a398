package jp.kenpo.gateway.operations.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.CopyRefusedException;
import jp.kenpo.gateway.operations.DataFolderInUseException;
import jp.kenpo.gateway.operations.Restoration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills an empty data folder from a backup, and says what is not in it. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    private final CommandContext context;

    @Option(names = "--from", paramLabel = "DIR", required = true)
    private Path from = Path.of("");

    @Option(names = "--keys-from", paramLabel = "DIR")
    private @Nullable Path keysFrom;

    @Mixin
    private JsonOption json = new JsonOption();

    RestoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Restoration.Restored restored;
        try {
            restored = new Restoration(context.installation()).restore(from, keysFrom);
        } catch (CopyRefusedException refused) {
            throw context.refusal("error.copy." + refused.reason().label(), refused.where());
        } catch (DataFolderInUseException running) {
            throw context.refusal(
                    "error.copy.data-folder-in-use",
                    context.installation().settings().dataDir());
        }
        if (json.wanted()) {
            context.printJson(restored);
            return 0;
        }
        String takenAt = MINUTES.format(restored.backup().takenAt());
        context.say(
                "restore.made", restored.backup().entries(), restored.backup().payloads(), takenAt);
        context.say("restore.older", takenAt);
        context.say("restore.caution");
        if (restored.held() > 0) {
            context.say("restore.held", restored.held());
        }
        return 0;
    }
}
