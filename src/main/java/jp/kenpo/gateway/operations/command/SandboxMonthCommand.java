package jp.kenpo.gateway.operations.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.Printable;
import jp.kenpo.gateway.operations.TotalListing;
import jp.kenpo.gateway.operations.TotalView;
import jp.kenpo.gateway.sandbox.SandboxMonth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Lets a fictional society live through a month with all its counterparties, in a gateway and a data folder of its own, day
 * by day as fast as it goes; then prints the totals by interchange. The same seed gives the same totals.
 */
@Command(name = "month")
final class SandboxMonthCommand implements Callable<Integer> {

    private static final String FASTEST = "max";

    private final CommandContext context;

    @Option(names = "--members", paramLabel = "N", required = true)
    private int members;

    @Option(names = "--month", paramLabel = "YYYY-MM", required = true)
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--seed", paramLabel = "S", required = true)
    private long seed;

    @Option(names = "--speed", paramLabel = "max|N", defaultValue = FASTEST)
    private String speed = FASTEST;

    @Option(names = "--mistakes", paramLabel = "RATE", defaultValue = "0")
    private double mistakes;

    @Option(names = "--to", paramLabel = "DIR")
    private @Nullable Path to;

    @Mixin
    private JsonOption json = new JsonOption();

    SandboxMonthCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = folder();
        context.err().println(context.text("sandbox.month-begins", members, month, folder));
        List<TotalView> totals;
        try (var gateway = context.gateway().start(properties(folder))) {
            Installation installation = gateway.getBean(Installation.class);
            gateway.getBean(SandboxMonth.class)
                    .play(month, daysAMinute(), new MonthWatch(installation), day -> context.err()
                            .println(context.text("sandbox.month-day", day, MonthWatch.transfers(installation))));
            totals = TotalsCommand.of(new TotalListing(installation.ledger()), month);
        }
        if (json.wanted()) {
            context.printJson(totals);
        } else {
            TotalsCommand.print(totals, context);
        }
        return totals.stream().allMatch(TotalView::conserved) ? 0 : 1;
    }

    private double daysAMinute() {
        try {
            double days = speed.equals(FASTEST) ? Double.POSITIVE_INFINITY : Double.parseDouble(speed);
            if (days > 0) {
                return days;
            }
        } catch (NumberFormatException noNumber) {
            // told below, with the others
        }
        throw context.refusal("error.speed", Printable.of(speed));
    }

    /** A folder that nothing lies in: what another month left would be counted with this one. */
    private Path folder() throws IOException {
        if (to != null) {
            if (Files.exists(to)) {
                throw context.refusal("error.folder-exists", to);
            }
            return to;
        }
        Path months = context.installation().settings().dataDir().resolve("months");
        int number = 1;
        Path folder = months.resolve("%s-members%d-seed%d-%d".formatted(month, members, seed, number));
        while (Files.exists(folder)) {
            number++;
            folder = months.resolve("%s-members%d-seed%d-%d".formatted(month, members, seed, number));
        }
        return folder;
    }

    private String[] properties(Path folder) throws IOException {
        return OwnSandbox.properties(
                context.installation(),
                folder,
                List.of(
                        // what fails here fails for good: nobody outside comes back after an hour
                        "--gateway.broker.max-attempts=5",
                        "--gateway.broker.redelivery-millis=100",
                        "--gateway.retry.deadline=1d",
                        "--gateway.polling.remote-millis=150",
                        "--gateway.polling.hosted-millis=100",
                        "--sandbox.begin=" + month.atDay(1) + "T06:00",
                        "--sandbox.members=" + members,
                        "--sandbox.seed=" + seed,
                        "--sandbox.mistakes=" + mistakes));
    }
}
