package jp.kenpo.gateway.content.receipt;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kenpo.gateway.content.ByteLines;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.message.PointedRule;
import org.jspecify.annotations.Nullable;

/**
 * Finds the receipts that a request of the core system names, in the transfers that they came in. Each transfer is read
 * once, as a stream; transfers follow the order of the request, receipts the order in which they came. What is not
 * found, or found twice, is told as a finding at its place in the request.
 *
 * @param <R> what the request says about a receipt
 */
public final class NamedReceipts<R extends NamedReceipts.Named> {

    /** One receipt as a request names it. */
    public interface Named {

        /** Returns the id of the transfer that it came in. */
        String transfer();

        /** Returns its 検索番号. */
        String key();

        /** Returns how findings name it. */
        String label();

        /** Returns the JSON pointer to it in the request. */
        String pointer();
    }

    /** Takes the lines of one receipt that was found. */
    public interface Copy {

        void take(ReceivedLine line) throws IOException;

        /** Called when the last line was taken. */
        void complete() throws IOException;
    }

    /** The rules under which it is told that a receipt could not be had. */
    public record Rules(PointedRule transferNotHeld, PointedRule receiptNotFound, PointedRule receiptNotUnique) {}

    private final Rules rules;
    private final FindingCollector findings;

    public NamedReceipts(Rules rules, FindingCollector findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /**
     * Hands over the lines of every receipt that was found.
     *
     * @param copies makes what takes the lines of a receipt
     * @throws IOException if a payload can't be read now
     */
    public void copy(List<R> named, Composition.Sources sources, Function<R, Copy> copies) throws IOException {
        Map<String, Map<String, R>> byTransfer = new LinkedHashMap<>();
        named.forEach(receipt -> byTransfer
                .computeIfAbsent(receipt.transfer(), id -> new LinkedHashMap<>())
                .put(receipt.key(), receipt));
        for (var transfer : byTransfer.entrySet()) {
            Optional<InputStream> source = open(sources, transfer.getKey());
            if (source.isPresent()) {
                try (InputStream in = source.get()) {
                    copy(in, transfer.getValue(), copies);
                }
            } else {
                transfer.getValue().values().forEach(receipt -> add(rules.transferNotHeld(), receipt, "/transfer"));
            }
        }
    }

    private static Optional<InputStream> open(Composition.Sources sources, String transfer) throws IOException {
        try {
            return Optional.of(sources.open(transfer));
        } catch (FileNotFoundException e) {
            // told to the core system as a finding: it named a transfer that can't be used
            return Optional.empty();
        }
    }

    private void copy(InputStream in, Map<String, R> named, Function<R, Copy> copies) throws IOException {
        Map<String, R> missing = new LinkedHashMap<>(named);
        var line = new ReceivedLine(new ByteLines(in));
        @Nullable Copy current = null;
        while (line.next()) {
            if (line.recordId().equals("MN")) {
                complete(current);
                R wanted = named.get(line.searchNumber());
                current = wanted == null ? null : copies.apply(found(wanted, missing));
            }
            if (current != null) {
                current.take(line);
            }
        }
        complete(current);
        missing.values().forEach(receipt -> add(rules.receiptNotFound(), receipt, "/receiptKey"));
    }

    private R found(R wanted, Map<String, R> missing) {
        if (missing.remove(wanted.key()) == null) {
            add(rules.receiptNotUnique(), wanted, "/receiptKey");
        }
        return wanted;
    }

    private static void complete(@Nullable Copy copy) throws IOException {
        if (copy != null) {
            copy.complete();
        }
    }

    private void add(PointedRule rule, R receipt, String key) {
        findings.add(rule.finding(receipt.label(), receipt.pointer() + key));
    }
}
