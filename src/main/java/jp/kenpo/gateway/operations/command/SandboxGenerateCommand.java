package jp.kenpo.gateway.operations.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.Printable;
import jp.kenpo.gateway.sandbox.SandboxGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the files of a fictional society for a month; the same seed gives the same bytes. */
@Command(name = "generate")
final class SandboxGenerateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--members", paramLabel = "N", required = true)
    private int members;

    @Option(names = "--month", paramLabel = "YYYY-MM", required = true)
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--seed", paramLabel = "S", required = true)
    private long seed;

    @Option(names = "--to", paramLabel = "DIR", required = true)
    private Path to = Path.of("");

    @Option(names = "--receipts", paramLabel = "N")
    private @Nullable Long receipts;

    @ArgGroup
    private @Nullable Mistakes mistakes;

    @Mixin
    private JsonOption json = new JsonOption();

    /** A number of mistakes or a rate, not both. */
    private static final class Mistakes {

        @Option(names = "--mistakes", paramLabel = "RATE", required = true)
        private double rate;

        @Option(names = "--mistakes-count", paramLabel = "N", required = true)
        private @Nullable Long count;
    }

    SandboxGenerateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        requireNewFolder();
        context.err().println(context.text("sandbox.begins", members, month));
        var made = generate();
        if (json.wanted()) {
            context.printJson(made);
        } else {
            context.say(
                    "sandbox.made",
                    made.members(),
                    made.receipts(),
                    made.documents() + made.rows(),
                    made.bytes(),
                    made.mistakes(),
                    to);
        }
        return 0;
    }

    /** Files of an earlier society would stand among those of this one, and its manifest would lie. */
    private void requireNewFolder() throws IOException {
        if (Files.exists(to) && !(Files.isDirectory(to) && isEmpty(to))) {
            throw context.refusal("error.copy.not-empty", Printable.of(to.toString()));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private SandboxGenerator.@Nullable Mistakes ordered() {
        return mistakes == null ? null : new SandboxGenerator.Mistakes(mistakes.count, mistakes.rate);
    }

    /** Filings are made by the layout of this installation; where it has none, there are no filings. */
    private @Nullable Path filings() {
        Path layout =
                context.installation().settings().configDir().resolve("layouts").resolve("filing.yaml");
        return Files.exists(layout) ? layout : null;
    }

    private SandboxGenerator.Generated generate() throws IOException {
        try {
            return SandboxGenerator.generate(
                    new SandboxGenerator.Order(members, month, seed, to, receipts, ordered(), filings()));
        } catch (IllegalArgumentException e) {
            throw new CommandRefusedException(Printable.of(String.valueOf(e.getMessage())));
        }
    }
}
