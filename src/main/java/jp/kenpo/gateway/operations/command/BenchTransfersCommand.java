package jp.kenpo.gateway.operations.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import jp.kenpo.gateway.bench.TransferSpeed;
import jp.kenpo.gateway.bench.TransferSpeed.Round;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Tally;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.sandbox.TransferLoad;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures whole transfers in a gateway and a data folder of its own: small ones by their number a second, large ones
 * beside OpenSSH. Missing a goal is no failure.
 */
@Command(name = "transfers")
final class BenchTransfersCommand implements Callable<Integer> {

    private static final Instant EVER = Instant.parse("2200-01-01T00:00:00Z");
    private static final double MEGABYTE = 1e6;
    private static final long LOOK_MILLIS = 200;

    /** How much later is looked again for each transfer that is not there yet: no gateway is as fast as that. */
    private static final long LOOK_MILLIS_A_TRANSFER = 2;

    private static final long PATIENCE_MINUTES = 30;

    private final CommandContext context;

    @Option(names = "--files", paramLabel = "N", defaultValue = "3000")
    private int files;

    @Option(names = "--warming", paramLabel = "N", defaultValue = "6000")
    private int warming;

    @Option(names = "--megabytes", paramLabel = "N", defaultValue = "1000")
    private int megabytes;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5")
    private int rounds;

    @Mixin
    private JsonOption json = new JsonOption();

    BenchTransfersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        requireAtLeast(1, files, "--files");
        requireAtLeast(0, warming, "--warming");
        requireAtLeast(0, megabytes, "--megabytes");
        requireAtLeast(1, rounds, "--rounds");
        Path folder = Files.createTempDirectory("gateway-bench");
        List<TransferSpeed> speeds = new ArrayList<>();
        String[] properties =
                OwnSandbox.properties(context.installation(), folder, List.of("--sandbox.simulators=false"));
        try (var gateway = context.gateway().start(properties)) {
            var load = gateway.getBean(TransferLoad.class);
            Ledger ledger = gateway.getBean(Installation.class).ledger();
            speeds.add(small(load, ledger));
            if (megabytes > 0) {
                speeds.add(large(load, ledger));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        print(speeds);
        return 0;
    }

    private void requireAtLeast(int least, int number, String option) {
        if (number < least) {
            throw context.refusal("bench.too-few", option, least);
        }
    }

    private TransferSpeed small(TransferLoad load, Ledger ledger) throws Exception {
        tell("bench.warms", warming, load.listBytes());
        load.handIn(0, warming);
        awaitDelivered(ledger, TransferLoad.LISTS_OUT, warming);
        tell("bench.transfers", files, load.listBytes());
        long begun = System.nanoTime();
        load.handIn(warming, files);
        awaitDelivered(ledger, TransferLoad.LISTS_OUT, warming + files);
        double aSecond = files / seconds(begun);
        tell("bench.plain", files);
        return TransferSpeed.small(aSecond, load.plain(files));
    }

    /** The first large file does not count: Java has compiled little of what reads receipts before it. */
    private TransferSpeed large(TransferLoad load, Ledger ledger) throws Exception {
        List<Round> counted = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            Round done = round(load, ledger, round);
            if (round > 0) {
                counted.add(done);
            }
        }
        return TransferSpeed.large(counted);
    }

    private Round round(TransferLoad load, Ledger ledger, int round) throws Exception {
        tell("bench.makes", megabytes, round, rounds);
        long bytes = load.makeReceipts(round, (long) (megabytes * MEGABYTE));
        double size = bytes / MEGABYTE;
        tell("bench.transfers", 1, bytes);
        long begun = System.nanoTime();
        load.handInReceipts(round);
        awaitDelivered(ledger, List.of(TransferLoad.RECEIPTS_OUT), round + 1);
        double aSecond = size / seconds(begun);
        tell("bench.plain", 1);
        Double openSsh = load.openSsh();
        double plain = openSsh == null ? 0 : size / openSsh;
        tell("bench.round", number("%.1f", aSecond), number("%.1f", plain));
        return new Round(aSecond, plain);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private void awaitDelivered(Ledger ledger, Collection<String> interchanges, long transfers)
            throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        long left = transfers - delivered(ledger, interchanges);
        while (left > 0) {
            if (System.nanoTime() > until) {
                throw context.refusal("bench.never-delivered", PATIENCE_MINUTES);
            }
            // each look goes through all transfers, which costs what is measured
            TimeUnit.MILLISECONDS.sleep(Math.max(LOOK_MILLIS, left * LOOK_MILLIS_A_TRANSFER));
            left = transfers - delivered(ledger, interchanges);
        }
    }

    private static long delivered(Ledger ledger, Collection<String> interchanges) {
        return ledger.tallies(Instant.EPOCH, EVER).stream()
                .filter(each -> each.state() == TransferState.DELIVERED && interchanges.contains(each.interchange()))
                .mapToLong(Tally::transfers)
                .sum();
    }

    private void tell(String key, Object... arguments) {
        context.err().println(context.text(key, arguments));
    }

    private void print(List<TransferSpeed> speeds) {
        if (json.wanted()) {
            context.printJson(speeds);
            return;
        }
        var table = context.table("measured", "a-second", "against", "a-second", "ratio", "range", "goal", "reached");
        speeds.forEach(each -> table.row(
                each.name(),
                number("%.1f ", each.aSecond()) + each.unit(),
                each.against(),
                each.againstASecond() > 0 ? number("%.1f ", each.againstASecond()) + each.unit() : "-",
                each.againstASecond() > 0 ? number("%.2f", each.ratio()) : "-",
                each.highest() > each.lowest() ? number("%.2f-", each.lowest()) + number("%.2f", each.highest()) : "-",
                each.goalIsRatio() ? number("%.2f", each.goal()) : number("%.0f ", each.goal()) + each.unit(),
                each.goalIsRatio() && each.againstASecond() == 0
                        ? "-"
                        : context.text(each.reached() ? "bench.reached" : "bench.missed")));
        table.print(context.out());
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
