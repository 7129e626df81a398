package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.kenpo.gateway.testing.ReceiptFiles.Made;

/**
 * What the counterparties of {@link SmallConfiguration#RECEIPTS} send. Like real ones they send again what was not
 * answered, until it is; each input is told from all others by its content.
 */
public final class Feed {

    /** Ways in, each of another kind. */
    public enum Kind {
        /** A month's receipts, on the payer fund's own server. */
        RECEIPTS,
        /** What the receipt check found, over the hosted server. */
        RESULTS,
        /** Which receipt is to be examined again, over the broker. */
        SELECTION
    }

    /**
     * One input.
     *
     * @param path where it goes: a path, or a queue
     * @param mark what its effects are known by: SHA-256 of its bytes, or the key of the receipt that is selected
     */
    public record Input(Kind kind, String path, byte[] bytes, String mark) {}

    private static final YearMonth FIRST = YearMonth.of(2021, 10);
    private static final int MONTHS = 54;
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private final GatewayProcess gateway;
    private final RemotePeer payerFund;
    private final WatchedLedger ledger;
    private final Supplier<Queues> coreSystem;
    private final List<Input> all = new ArrayList<>();
    private final List<Input> unanswered = new ArrayList<>();
    private final Map<String, List<String>> keys = new TreeMap<>();
    private final Set<String> selected = new HashSet<>();

    /** @param coreSystem logs in to the broker as the core system */
    public Feed(GatewayProcess gateway, RemotePeer payerFund, WatchedLedger ledger, Supplier<Queues> coreSystem) {
        this.gateway = gateway;
        this.payerFund = payerFund;
        this.ledger = ledger;
        this.coreSystem = coreSystem;
    }

    /** Makes one more input, to be sent next. */
    public void add(Kind kind) throws SQLException {
        Input input =
                switch (kind) {
                    case RECEIPTS -> receipts();
                    case RESULTS -> results();
                    case SELECTION -> selection();
                };
        all.add(input);
        synchronized (unanswered) {
            unanswered.add(input);
        }
    }

    private Input receipts() {
        Made made = ReceiptFiles.another(FIRST.plusMonths(all.size() % MONTHS), 6);
        keys.put(made.sha256(), made.keys());
        return new Input(Kind.RECEIPTS, made.remotePath(), made.bytes(), made.sha256());
    }

    private Input results() {
        int number = all.size();
        byte[] bytes = "検索番号,理由コード,備考\r\n13150806%09d,100060,架空の備考\r\n"
                .formatted(number)
                .getBytes(SHIFT_JIS);
        return new Input(Kind.RESULTS, "upload/KEKKA_" + number + ".csv", bytes, ReceiptFiles.sha256(bytes));
    }

    /** Selects a receipt that is there and that nobody has selected. */
    private Input selection() throws SQLException {
        for (Map.Entry<String, List<String>> file : keys.entrySet()) {
            Set<String> accepted = ledger.column("select id from transfer where interchange = 'payer-fund.receipts' and"
                    + " state = 'accepted' and sha256 = '" + file.getKey() + "'");
            for (String key : accepted.isEmpty() ? List.<String>of() : file.getValue()) {
                if (selected.add(key)) {
                    String text = ReceiptFiles.selection(
                            "selection-" + all.size(), accepted.iterator().next(), key);
                    return new Input(
                            Kind.SELECTION, ReceiptFiles.SELECTION_QUEUE, text.getBytes(StandardCharsets.UTF_8), key);
                }
            }
        }
        throw new IllegalStateException("every receipt that was taken in is selected already");
    }

    /** Returns all inputs there ever were. */
    public List<Input> all() {
        return List.copyOf(all);
    }

    /** Returns how many inputs of a kind there were. */
    public long countOf(Kind kind) {
        return all.stream().filter(each -> each.kind() == kind).count();
    }

    /** Returns the SHA-256 of each input's bytes. */
    public Set<String> hashes() {
        return all.stream().map(each -> ReceiptFiles.sha256(each.bytes())).collect(Collectors.toSet());
    }

    /** Sends what is not answered, as often as it takes, while the gateway lives; returns when all is answered. */
    public void send(BooleanSupplier alive) {
        while (alive.getAsBoolean() && !sendOnce()) {
            gateway.outlives(Duration.ofMillis(100));
        }
    }

    /** Returns whether all is answered. */
    private boolean sendOnce() {
        synchronized (unanswered) {
            Iterator<Input> each = unanswered.iterator();
            while (each.hasNext()) {
                if (!isAnswered(each.next())) {
                    return false;
                }
                each.remove();
            }
            return true;
        }
    }

    private boolean isAnswered(Input input) {
        try {
            switch (input.kind()) {
                case RECEIPTS -> lay(input);
                case RESULTS -> upload(input);
                case SELECTION -> tell(input);
            }
            return true;
        } catch (IOException | RuntimeException notAnswered) {
            // the gateway is not up yet, or was killed meanwhile: nobody knows whether it came
            return false;
        }
    }

    /** On its own disk, the payer fund can always lay a file. */
    private void lay(Input input) throws IOException {
        Path target = payerFund.disk().resolve(input.path());
        Path written = target.resolveSibling(".part-" + input.mark());
        Files.createDirectories(target.getParent());
        Files.write(written, input.bytes());
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void upload(Input input) throws IOException {
        try (Sftp taisho = gateway.sftp("taisho-audit")) {
            taisho.put(input.path(), input.bytes());
        } catch (UncheckedIOException notConnected) {
            throw notConnected.getCause();
        }
    }

    private void tell(Input input) {
        try (Queues core = coreSystem.get()) {
            core.send(input.path(), new String(input.bytes(), StandardCharsets.UTF_8));
        }
    }
}
