package jp.kenpo.gateway.operations.command;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.kenpo.gateway.bench.Comparison;
import jp.kenpo.gateway.bench.ContentBench;
import jp.kenpo.gateway.bench.MemberTable;
import jp.kenpo.gateway.bench.ResultTable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast content is checked, on the files of a fictional society made for it. Missing a goal is no failure. */
@Command(name = "content")
final class BenchContentCommand implements Callable<Integer> {

    private static final Charset RECEIPTS_ENCODING = Charset.forName("windows-31j");
    private static final int DELIVERED_AFTER = 3;
    private static final String CHECKUP_SCHEMA = "hc08_V08.xsd";
    /** So many members have one checkup a month at the institution whose archive is measured. */
    private static final int MEMBERS_A_DOCUMENT = 86;

    private final CommandContext context;

    @Option(names = "--members", paramLabel = "N", defaultValue = "20000")
    private int members;

    @Option(names = "--documents", paramLabel = "N", defaultValue = "1000")
    private int documents;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "300000")
    private int rows;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "7")
    private int rounds;

    @Mixin
    private JsonOption json = new JsonOption();

    BenchContentCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("gateway-bench");
        try {
            makeSociety(folder.resolve("receipts"), members);
            // one archive of as many documents as a large institution sends; of its receipts none is needed
            makeSociety(folder.resolve("checkups"), documents * MEMBERS_A_DOCUMENT, "--receipts", "1");
            print(measure(folder));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return 0;
    }

    /** Through the command, so that what is measured is what anybody can make. */
    private void makeSociety(Path folder, int size, String... more) {
        var quiet = new CommandContext(
                context.installation(), context.texts(), new PrintWriter(Writer.nullWriter()), context.err());
        var month = YearMonth.now(context.installation().clock()).minusMonths(DELIVERED_AFTER);
        List<String> order = new ArrayList<>(List.of(more));
        order.addAll(List.of("--members", "" + size, "--month", "" + month, "--seed", "1", "--to", "" + folder));
        int exitCode = new CommandLine(new SandboxGenerateCommand(quiet))
                .setResourceBundle(context.texts().bundle())
                .setErr(context.err())
                .execute(order.toArray(String[]::new));
        if (exitCode != 0) {
            throw context.refusal("bench.no-society");
        }
    }

    private List<Comparison> measure(Path folder) throws Exception {
        var layouts = context.installation().layouts();
        var bench = new ContentBench(rounds, BenchContentCommand::processorTime);
        List<Comparison> comparisons = new ArrayList<>();
        var receipts = find(folder.resolve("receipts"), "RECODEINFO_MED.CSV")
                .orElseThrow(() -> context.refusal("bench.no-society"));
        tell("receipt-check", Files.size(receipts));
        comparisons.addAll(bench.receipts(layouts.content("receipt"), Files.readAllBytes(receipts), RECEIPTS_ENCODING));
        byte[] table = ResultTable.of(rows);
        tell("table-check", table.length);
        comparisons.addAll(
                bench.table("table-check", layouts.content("receipt-check-result"), table, ResultTable.ENCODING));
        if (layouts.find("qualification-result").isPresent()) {
            byte[] members = MemberTable.of(rows / 3);
            tell("table-check-members", members.length);
            comparisons.addAll(bench.table(
                    "table-check-members", layouts.content("qualification-result"), members, MemberTable.ENCODING));
        }
        var archive = find(folder.resolve("checkups"), ".zip");
        if (archive.isPresent() && layouts.find("checkup-archive").isPresent()) {
            byte[] bytes = Files.readAllBytes(archive.get());
            tell("archive-check", bytes.length);
            comparisons.addAll(bench.archive(
                    layouts.content("checkup-archive"),
                    bytes,
                    String.valueOf(archive.get().getFileName()),
                    schema()));
        }
        return comparisons;
    }

    private @Nullable Path schema() {
        Path schema = context.installation().settings().schemasDir().resolve(CHECKUP_SCHEMA);
        return Files.isRegularFile(schema) ? schema : null;
    }

    /** Not the time of day: on a busy machine a long pass is interrupted and a short one is not. Cleaning up counts. */
    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void tell(String what, long bytes) {
        context.err().println(context.text("bench.measures", what, "%.1f".formatted(bytes / 1e6), rounds));
    }

    private void print(List<Comparison> comparisons) {
        if (json.wanted()) {
            context.printJson(comparisons);
            return;
        }
        var table = context.table("measured", "speed", "against", "speed", "ratio", "goal", "reached");
        comparisons.forEach(each -> table.row(
                each.name(),
                number("%.0f", each.megabytesPerSecond()),
                each.against(),
                number("%.0f", each.againstMegabytesPerSecond()),
                number("%.2f", each.ratio()),
                each.goal() == Comparison.NO_GOAL ? "-" : number("%.2f", each.goal()),
                each.goal() == Comparison.NO_GOAL
                        ? "-"
                        : context.text(each.reached() ? "bench.reached" : "bench.missed")));
        table.print(context.out());
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }

    private static Optional<Path> find(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .findFirst();
        }
    }
}
