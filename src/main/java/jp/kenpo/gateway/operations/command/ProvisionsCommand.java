package jp.kenpo.gateway.operations.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.disclosure.ProvisionCsv;
import jp.kenpo.gateway.disclosure.Provisions;
import jp.kenpo.gateway.operations.ProvisionView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the third-party provisions and receipts of a month, and writes their records as the law asks for them. */
@Command(name = "provisions")
final class ProvisionsCommand implements Callable<Integer> {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CommandContext context;

    @Option(names = "--month", paramLabel = "YYYY-MM", required = true)
    private YearMonth month = YearMonth.of(1, 1);

    @Option(names = "--csv", paramLabel = "FILE")
    private @Nullable Path csv;

    @Mixin
    private JsonOption json = new JsonOption();

    ProvisionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<Provisions.Kept> records = context.installation().provisions().of(month);
        List<ProvisionView> views = records.stream().map(ProvisionView::of).toList();
        if (csv != null) {
            write(records, csv);
        }
        if (json.wanted()) {
            context.printJson(views);
        } else {
            print(views);
        }
        return 0;
    }

    private void print(List<ProvisionView> views) {
        var table = context.table("on", "article", "counterparty", "name", "members", "items", "purpose", "transfer");
        views.forEach(view -> table.row(
                view.on(),
                view.article(),
                view.party(),
                view.name(),
                view.members(),
                String.join("・", view.items()),
                view.purpose(),
                view.transfer()));
        table.print(context.out());
        long incomplete = views.stream().filter(ProvisionView::incomplete).count();
        if (incomplete > 0) {
            context.say("provisions.incomplete", incomplete);
        }
        if (csv != null) {
            context.say("provisions.written", views.size(), csv);
        }
    }

    /** It names members: the file is its owner's, and nothing is written over. */
    private void write(List<Provisions.Kept> records, Path file) throws IOException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, mode);
                Writer out = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            ProvisionCsv.write(records, out);
        } catch (FileAlreadyExistsException there) {
            throw context.refusal("error.file-there", file);
        }
    }
}
