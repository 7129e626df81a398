package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the core system finds a receipt again: by search number (検索番号), in which transfer it came. */
final class ReceiptIndex {

    private static final String ENDING = ".csv";

    /**
     * A receipt that was taken in.
     *
     * @param transfer id of the transfer it came in
     * @param contestable line that a re-examination may point at; 0 if there is none
     */
    record Held(String transfer, int contestable) {}

    private final Path folder;
    private final Map<String, Held> receipts = new HashMap<>();

    private ReceiptIndex(Path folder) {
        this.folder = folder;
    }

    /** The index of all files in the folder; each is named by its transfer. */
    static ReceiptIndex of(Path folder) throws IOException {
        ReceiptIndex index = new ReceiptIndex(folder);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> held =
                    files.filter(file -> file.toString().endsWith(ENDING)).toList();
            for (Path file : held) {
                index.add(file);
            }
        }
        return index;
    }

    /** Where the file of a transfer belongs. */
    Path file(String transfer) throws IOException {
        return folder.resolve(CoreSystem.safe(transfer) + ENDING);
    }

    /** Adds a file of the folder; returns its number of receipts. */
    int add(Path file) throws IOException {
        String name = file.getFileName().toString();
        String transfer = name.substring(0, name.length() - ENDING.length());
        List<ReceiptLines.Receipt> found = ReceiptLines.in(file);
        found.forEach(receipt -> receipts.put(receipt.key(), new Held(transfer, receipt.contestable())));
        return found.size();
    }

    @Nullable
    Held find(String key) {
        return receipts.get(key);
    }
}
