package jp.kenpo.gateway.operations.command;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import jp.kenpo.gateway.operations.TotalListing;
import jp.kenpo.gateway.operations.TotalView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds up by interchange what moved, in a month or ever; ends with 1 if a record is not accounted for. */
@Command(name = "totals")
final class TotalsCommand implements Callable<Integer> {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final CommandContext context;

    @Option(names = "--month", paramLabel = "YYYY-MM")
    private @Nullable YearMonth month;

    @Mixin
    private JsonOption json = new JsonOption();

    TotalsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var listing = new TotalListing(context.installation().ledger());
        var totals = of(listing, month);
        if (json.wanted()) {
            context.printJson(totals);
        } else {
            print(totals, context);
        }
        return totals.stream().allMatch(TotalView::conserved) ? 0 : 1;
    }

    static List<TotalView> of(TotalListing listing, @Nullable YearMonth month) {
        return month == null
                ? listing.between(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"))
                : listing.between(
                        month.atDay(1).atStartOfDay(JAPAN).toInstant(),
                        month.plusMonths(1).atDay(1).atStartOfDay(JAPAN).toInstant());
    }

    static void print(List<TotalView> totals, CommandContext context) {
        var table = context.table(
                "interchange",
                "direction",
                "transfers",
                "records-in",
                "sent",
                "left-out",
                "held",
                "refused",
                "quarantined",
                "failed",
                "duplicates",
                "under-way");
        totals.forEach(total -> table.row(
                total.interchange(),
                total.direction(),
                total.transfers(),
                total.recordsIn(),
                total.sent(),
                total.leftOut(),
                total.held(),
                total.refused(),
                total.quarantined(),
                total.failed(),
                total.duplicates(),
                total.underWay()));
        table.print(context.out());
        var broken = totals.stream()
                .filter(total -> !total.conserved())
                .map(TotalView::interchange)
                .toList();
        context.out().println();
        if (broken.isEmpty()) {
            context.say("totals.conserved", totals.size());
        } else {
            context.say("totals.not-conserved", String.join(", ", broken));
        }
        totals.stream()
                .filter(total -> !total.differing().isEmpty())
                .forEach(total -> context.say(
                        "totals.difference",
                        total.interchange(),
                        total.unaccounted(),
                        String.join(", ", total.differing())));
    }
}
