package jp.kenpo.gateway.operations.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.operations.FileCheck;
import jp.kenpo.gateway.operations.Printable;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--report", paramLabel = "DIR")
    private @Nullable Path reports;

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
        var check = check();
        if (json.wanted()) {
            context.printJson(check.view());
        } else {
            print(check);
        }
        if (reports != null) {
            write(check, reports);
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

    private FileCheck check() {
        var locale = context.texts().locale();
        if (json.wanted() || !context.onTerminal()) {
            return FileCheck.of(context.installation(), layout, file, locale, done -> {});
        }
        var clock = context.installation().clock();
        try (var bar = new ProgressBar(context.err(), context.texts(), Files.size(file), clock)) {
            return FileCheck.of(context.installation(), layout, file, locale, bar::at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files are called by the user's own file, not by one that came from outside. */
    private void write(FileCheck check, Path folder) {
        var locale = context.texts().locale();
        var encoding = context.installation().layouts().encoding(layout);
        var name = "ERROR_" + file.getFileName();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".csv"), check.report().csv(encoding, locale));
            Files.write(folder.resolve(name + ".txt"), check.report().text(locale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!json.wanted()) {
            context.say("file-check.report", Printable.of(folder.resolve(name).toString()));
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
        check.counts().forEach((name, count) -> context.out().println(countLine(name, count)));
        context.say(check.errors() == 0 ? "file-check.good" : "file-check.bad", check.errors());
    }

    /** What a kind of content counts beside records, lines and members is called as it calls it. */
    private String countLine(String name, long count) {
        var key = "file-check.count." + name;
        return context.texts().bundle().containsKey(key) ? context.text(key, count) : name + ": " + count;
    }
}
