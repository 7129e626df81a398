package jp.kenpo.gateway.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the transfers as one piece of work sees them. A row is read once; what is set in it is written by one
 * statement, because each statement renews every index that knows the time of the change.
 */
final class TransferRows {

    private final TransferTable table;
    private final Instant now;
    private final Map<TransferId, Transfer> known = new HashMap<>();
    private final Map<TransferId, Map<String, @Nullable Object>> unwritten = new LinkedHashMap<>();

    TransferRows(TransferTable table, Instant now) {
        this.table = table;
        this.now = now;
    }

    /** Adds a transfer. What was set before is written first: the new row may need the place of one that was moved. */
    void insert(Transfer transfer) {
        write();
        table.insert(transfer);
        known.put(transfer.id(), transfer);
    }

    Optional<Transfer> find(TransferId id) {
        Transfer seen = known.get(id);
        if (seen != null) {
            return Optional.of(seen);
        }
        Optional<Transfer> found = table.find(id);
        found.ifPresent(transfer -> known.put(id, transfer));
        return found;
    }

    /** @throws IllegalArgumentException if there is no such transfer */
    Transfer existing(TransferId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no transfer " + id));
    }

    /**
     * Changes a transfer.
     *
     * @param changed as it is now
     * @param columns what is different in its row
     */
    void change(Transfer changed, Map<String, @Nullable Object> columns) {
        known.put(changed.id(), changed);
        unwritten.computeIfAbsent(changed.id(), id -> new TreeMap<>()).putAll(columns);
    }

    /** Returns the table, in which everything is written that was set: for questions about more than one row. */
    TransferTable written() {
        write();
        return table;
    }

    /** Writes what was set. */
    void write() {
        for (Map.Entry<TransferId, Map<String, @Nullable Object>> each : unwritten.entrySet()) {
            table.set(each.getKey(), now, each.getValue());
        }
        unwritten.clear();
    }
}
