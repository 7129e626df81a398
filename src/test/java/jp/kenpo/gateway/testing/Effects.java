package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.Feed.Input;

/** What the counterparties of {@link SmallConfiguration#RECEIPTS} have got, counted by content on their disks and queues. */
public final class Effects {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private final Path homes;
    private final Path payerFund;
    private final Supplier<Queues> coreSystem;

    /**
     * @param homes folder of the homes on the hosted server
     * @param payerFund the disk of the payer fund
     */
    public Effects(Path homes, Path payerFund, Supplier<Queues> coreSystem) {
        this.homes = homes;
        this.payerFund = payerFund;
        this.coreSystem = coreSystem;
    }

    /** Returns a line for each input whose effect is missing somewhere, or is there twice; and for each unfinished file. */
    public List<String> differences(List<Input> inputs) throws IOException {
        Map<String, Integer> taisho = hashes(homes.resolve("taisho-audit/download"));
        Map<String, Integer> core = hashes(homes.resolve("core-system/download"));
        List<String> requests = requests();
        List<String> differences = new ArrayList<>();
        try (Queues queues = coreSystem.get()) {
            List<String> receipts = queues.waiting("core-system.receipts");
            List<String> results = queues.waiting("core-system.receipt-check-result");
            for (Input input : inputs) {
                switch (input.kind()) {
                    case RECEIPTS -> {
                        once(differences, input, "at Taisho Audit", taisho.getOrDefault(input.mark(), 0));
                        once(differences, input, "at the core system", core.getOrDefault(input.mark(), 0));
                        once(differences, input, "announced", naming(receipts, input));
                    }
                    case RESULTS -> {
                        once(differences, input, "at the core system", core.getOrDefault(input.mark(), 0));
                        once(differences, input, "announced", naming(results, input));
                    }
                    case SELECTION -> once(differences, input, "at the payer fund", naming(requests, input));
                }
            }
        }
        return differences;
    }

    private static void once(List<String> differences, Input input, String where, int times) {
        if (times != 1) {
            differences.add(input.kind() + " " + input.path() + " " + where + ": " + times + " times");
        }
    }

    private static int naming(List<String> texts, Input input) {
        return (int) texts.stream().filter(text -> text.contains(input.mark())).count();
    }

    private static Map<String, Integer> hashes(Path folder) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (Path file : files(folder)) {
            counts.merge(ReceiptFiles.sha256(Files.readAllBytes(file)), 1, Integer::sum);
        }
        return counts;
    }

    private List<String> requests() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files(payerFund.resolve("re-examination"))) {
            texts.add(new String(Files.readAllBytes(file), SHIFT_JIS));
        }
        return texts;
    }

    /** Returns the bytes of each accepted input by their hash, as the ledger knows them. */
    public static Set<String> arrived(WatchedLedger ledger) throws SQLException {
        return ledger.column("select sha256 from transfer where state = 'accepted'");
    }

    /** Returns what still moves: transfers, and what the ledger still wants to say. */
    public static Set<String> underWay(WatchedLedger ledger) throws SQLException {
        Set<String> moving = new HashSet<>(ledger.column("select id from transfer where state not in"
                + " ('accepted', 'delivered', 'duplicate', 'held', 'quarantined', 'refused')"));
        moving.addAll(ledger.column("select queue from outgoing"));
        return moving;
    }

    /** Returns the names of the payloads that are kept. */
    public static Set<String> payloads(Path dataDir) throws IOException {
        Set<String> names = new HashSet<>();
        for (Path file : files(dataDir.resolve("payloads"))) {
            if (!file.getFileName().toString().startsWith("tmp-")) {
                names.add(file.getFileName().toString());
            }
        }
        return names;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
