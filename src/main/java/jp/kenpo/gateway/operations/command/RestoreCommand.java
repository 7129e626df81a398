package jp.kenpo.gateway.operations.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.CopyRefusedException;
import jp.kenpo.gateway.operations.DataFolderInUseException;
import jp.kenpo.gateway.operations.LedgerRestoration;
import jp.kenpo.gateway.operations.Printable;
import jp.kenpo.gateway.operations.Restoration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills an empty data folder from a backup, or takes over a database that was put back, and says what is not in it. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    private final CommandContext context;

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /** A backup of the gateway's own, or a database that was put back already. */
    static final class What {

        @Option(names = "--from", paramLabel = "DIR", required = true)
        private @Nullable Path from;

        @Option(names = "--ledger-restored", required = true)
        private boolean ledgerRestored;
    }

    @Option(names = "--keys-from", paramLabel = "DIR")
    private @Nullable Path keysFrom;

    @Mixin
    private JsonOption json = new JsonOption();

    RestoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Path from = what.from;
            return from == null || what.ledgerRestored ? takeOver() : restore(from);
        } catch (CopyRefusedException refused) {
            throw context.refusal("error.copy." + refused.reason().label(), refused.where());
        } catch (DataFolderInUseException running) {
            throw context.refusal(
                    "error.copy.data-folder-in-use",
                    context.installation().settings().dataDir());
        }
    }

    private int restore(Path from) throws IOException {
        Restoration.Restored restored = new Restoration(context.installation()).restore(from, keysFrom);
        if (json.wanted()) {
            context.printJson(restored);
            return 0;
        }
        String takenAt = MINUTES.format(restored.backup().takenAt());
        context.say(
                "restore.made", restored.backup().entries(), restored.backup().payloads(), takenAt);
        tell(takenAt, restored.held());
        missing(restored.absent());
        return 0;
    }

    private int takeOver() throws IOException {
        LedgerRestoration.TakenOver taken = new LedgerRestoration(context.installation()).takeOver(keysFrom);
        if (json.wanted()) {
            context.printJson(taken);
            return 0;
        }
        String upTo = MINUTES.format(taken.upTo());
        context.say("restore.taken-over", taken.entries(), upTo);
        Long sealed = taken.sealed();
        if (sealed != null && sealed > taken.entries()) {
            context.say("restore.entries-gone", sealed - taken.entries());
        }
        tell(upTo, taken.held());
        missing(taken.absent());
        return 0;
    }

    private void missing(List<String> absent) {
        if (!absent.isEmpty()) {
            context.say("restore.absent", absent.size());
            absent.forEach(file -> context.out().println("  " + Printable.of(file)));
        }
    }

    private void tell(String from, long held) {
        context.say("restore.older", from);
        context.say("restore.caution");
        if (held > 0) {
            context.say("restore.held", held);
        }
    }
}
