package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.receipt.ReceiptKind;
import jp.kenpo.gateway.sandbox.receipt.SavedReceiptFile;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the payer fund (支払基金): lays a month's receipts in its own folder, and takes re-examination requests.
 *
 * <p>It begins with the receipts treated two months ago and goes back a month each time, until every month since
 * September 2021 is delivered.
 */
public final class PayerFund implements Simulator {

    private static final Logger LOG = LoggerFactory.getLogger(PayerFund.class);

    /** The gateway compares the size after its delivery: a request taken at once would look undelivered. */
    private static final Duration UNTOUCHED = Duration.ofSeconds(5);

    private static final int CUT_OFF_BYTES = 100;

    private final Path home;
    private final Memory memory;
    private final FictionalSociety society;
    private final double mistakes;
    private final Duration period;
    private final Clock clock;
    private @Nullable Instant nextDelivery;

    /**
     * Prepares the counterparty; nothing is delivered yet.
     *
     * @param home its disk, which its SFTP server shows to the gateway
     * @param memory file in which it remembers the months that it has delivered
     * @param mistakes share of its files that are cut off at the end, 0 to 1
     * @param period time between two deliveries
     * @throws IOException if the memory can't be read
     */
    public PayerFund(Path home, Path memory, FictionalSociety society, double mistakes, Duration period, Clock clock)
            throws IOException {
        this.home = home;
        this.memory = Memory.in(memory);
        this.society = society;
        this.mistakes = mistakes;
        this.period = period;
        this.clock = clock;
    }

    @Override
    public String party() {
        return "payer-fund";
    }

    @Override
    public void act() throws IOException {
        takeRequests();
        Instant now = clock.instant();
        if (nextDelivery == null || !now.isBefore(nextDelivery)) {
            deliver();
            nextDelivery = now.plus(period);
        }
    }

    private void deliver() throws IOException {
        YearMonth month = YearMonth.now(clock).minusMonths(2);
        while (memory.holds(month.toString())) {
            month = month.minusMonths(1);
        }
        if (month.isBefore(ReceiptFile.EARLIEST)) {
            return;
        }
        ReceiptFile file = ReceiptFile.medical(society, month, society.seed(), null);
        Path target = home.resolve("receipts").resolve(file.path());
        SavedReceiptFile saved =
                SavedReceiptFile.save(file, target.resolveSibling("." + ReceiptKind.MEDICAL.fileName()));
        if (Chance.of(society.seed(), month.hashCode()).happens(mistakes)) {
            cutOff(saved.path());
            LOG.info("payer-fund makes a mistake: the file of {} is cut off", month);
        }
        Files.move(saved.path(), target, StandardCopyOption.ATOMIC_MOVE);
        memory.add(month.toString());
        LOG.info(
                "payer-fund delivers {}: {} receipts",
                file.path(),
                saved.written().receipts());
    }

    private static void cutOff(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - CUT_OFF_BYTES);
        }
    }

    private void takeRequests() throws IOException {
        Path folder = home.resolve("re-examination");
        Path seen = Files.createDirectories(folder.resolve(".seen"));
        for (Path request : requests(folder)) {
            int receipts = ReceiptLines.in(request).size();
            Files.move(request, seen.resolve(request.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            LOG.info("payer-fund takes {}: {} receipts to re-examine", request.getFileName(), receipts);
        }
    }

    private List<Path> requests(Path folder) throws IOException {
        Instant until = clock.instant().minus(UNTOUCHED);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("SAISHINSA_.*\\.CSV"))
                    .filter(file -> !changedAt(file).isAfter(until))
                    .toList();
        }
    }

    private static Instant changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
