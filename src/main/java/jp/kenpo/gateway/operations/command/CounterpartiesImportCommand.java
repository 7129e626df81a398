package jp.kenpo.gateway.operations.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.counterparty.PartyImport;
import jp.kenpo.gateway.counterparty.PartyImport.Change;
import jp.kenpo.gateway.counterparty.PartyImport.Kind;
import jp.kenpo.gateway.operations.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over a list of parties, and says what changes. */
@Command(name = "import")
final class CounterpartiesImportCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "COUNTERPARTY", descriptionKey = "gateway.counterparties.import.counterparty")
    private String counterparty = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "gateway.counterparties.import.file")
    private Path file = Path.of("");

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Mixin
    private JsonOption json = new JsonOption();

    CounterpartiesImportCommand(CommandContext context) {
        this.context = context;
    }

    /** One change as it is printed: id and name of the party, and what happens to it. */
    private record Line(String party, String name, String change) {}

    @Override
    public Integer call() {
        var lists = context.installation().partyImport();
        var known = lists.counterpartiesOfMany();
        if (!known.contains(counterparty)) {
            throw context.refusal("error.not-many", Printable.of(counterparty), String.join(", ", known));
        }
        if (!Files.isRegularFile(file)) {
            throw context.refusal("error.no-file", Printable.of(file.toString()));
        }
        var changes = lists.changes(counterparty, file);
        if (!dryRun) {
            write(lists);
        }
        print(changes);
        return 0;
    }

    private void write(PartyImport lists) {
        try {
            lists.write(counterparty, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void print(List<Change> changes) {
        if (json.wanted()) {
            context.printJson(changes.stream()
                    .map(each -> new Line(each.party().id(), each.party().name(), label(each.kind())))
                    .toList());
            return;
        }
        if (!changes.isEmpty()) {
            var table = context.table("change", "party", "name");
            changes.forEach(each -> table.row(
                    context.text("import." + label(each.kind())),
                    each.party().id(),
                    each.party().name()));
            table.print(context.out());
            context.out().println();
        }
        context.say(
                dryRun ? "import.dry-run" : "import.done",
                counterparty,
                count(changes, Kind.ADDED),
                count(changes, Kind.CHANGED),
                count(changes, Kind.REMOVED));
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<Change> changes, Kind kind) {
        return changes.stream().filter(each -> each.kind() == kind).count();
    }
}
