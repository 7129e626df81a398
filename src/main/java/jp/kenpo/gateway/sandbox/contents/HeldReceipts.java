package jp.kenpo.gateway.sandbox.contents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receipts that the core system holds: by search number (検索番号), and in which transfer each came. */
final class HeldReceipts {

    /**
     * A receipt that was taken in.
     *
     * @param transfer id of the transfer it came in
     */
    record Held(String transfer, ReceiptLines.Receipt receipt) {}

    private final Map<String, Held> receipts = new LinkedHashMap<>();

    void add(Received file) throws IOException {
        for (ReceiptLines.Receipt receipt : ReceiptLines.in(file.file())) {
            if (receipt.isNumbered()) {
                receipts.put(receipt.key(), new Held(file.origin(), receipt));
            }
        }
    }

    Optional<Held> find(String key) {
        return Optional.ofNullable(receipts.get(key));
    }

    /** Returns one receipt, chosen by a number; none if none are held. */
    Optional<Held> any(long number) {
        List<Held> all = new ArrayList<>(receipts.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get((int) Math.floorMod(number, (long) all.size())));
    }
}
