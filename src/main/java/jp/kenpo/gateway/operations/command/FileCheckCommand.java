package jp.kenpo.gateway.operations.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.operations.FileCheck;
import jp.kenpo.gateway.operations.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a file against a layout, before it is sent or after it was complained about. */
@Command(name = "file-check")
final class FileCheckCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--layout", paramLabel = "LAYOUT", required = true)
    private String layout = "";

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    FileCheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requireKnownLayout();
        if (!Files.isRegularFile(file)) {
            throw context.refusal("error.no-file", Printable.of(file.toString()));
        }
        var check = FileCheck.of(
                context.installation(), layout, file, context.texts().locale());
        if (json.wanted()) {
            context.printJson(check.view());
        } else {
            print(check);
        }
        return check.errors() == 0 ? 0 : 1;
    }

    private void requireKnownLayout() {
        var layouts = context.installation().layouts();
        if (layouts.find(layout).isEmpty()) {
            var known = layouts.all().stream().map(Layout::id).sorted().collect(Collectors.joining(", "));
            throw context.refusal("error.unknown-layout", Printable.of(layout), known);
        }
    }

    private void print(FileCheck check) {
        if (!check.findings().isEmpty()) {
            new FindingTable(context).print(check.findings());
            context.out().println();
        }
        if (check.unlisted() > 0) {
            context.say("file-check.unlisted", check.unlisted());
        }
        check.counts().forEach((name, count) -> context.say("file-check.count." + name, count));
        context.say(check.errors() == 0 ? "file-check.good" : "file-check.bad", check.errors());
    }
}
