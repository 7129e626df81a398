package jp.kenpo.gateway.operations;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kenpo.gateway.gate.RecordAccount;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Tally;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import jp.kenpo.gateway.purpose.Direction;

/** Adds up what moved in a time, by interchange, and says whether every record is accounted for. */
public final class TotalListing {

    private final Ledger ledger;

    public TotalListing(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What one interchange let go of on the way out, record by record. */
    private static final class Shed {

        private long sent;
        private long leftOut;
        private long held;
        private long unaccounted;
        private final Set<String> differing = new TreeSet<>();

        /** A content whose records nobody can take out one by one leaves whole: what came is what leaves. */
        private void add(TransferId id, Map<String, Object> details, long came) {
            long left = number(details, "records", came);
            long without = number(details, "leftOut", 0);
            long back = number(details, "held", 0);
            sent += left;
            leftOut += without;
            held += back;
            differ(id, came - left - without - back);
        }

        /** What was stopped in time: nothing of it left. */
        private void stopped(TransferId id, Map<String, Object> details) {
            long written = number(details, "records", 0);
            long came = number(details, "recordsIn", 0);
            long missing = came - written - number(details, "leftOut", 0) - number(details, "held", 0);
            differ(id, missing != 0 ? missing : written - number(details, "counted", written));
            differing.add(id.value());
        }

        private void differ(TransferId id, long records) {
            unaccounted += Math.abs(records);
            if (records != 0) {
                differing.add(id.value());
            }
        }

        private static long number(Map<String, Object> details, String name, long otherwise) {
            return details.get(name) instanceof Number number ? number.longValue() : otherwise;
        }
    }

    /**
     * Returns the totals of the transfers that were received in a time, by the interchanges' names.
     *
     * @param until the first moment after the time
     */
    public List<TotalView> between(Instant from, Instant until) {
        Map<String, Map<TransferState, Tally>> tallies = new TreeMap<>();
        for (Tally each : ledger.tallies(from, until)) {
            tallies.computeIfAbsent(each.interchange(), name -> new TreeMap<>()).put(each.state(), each);
        }
        Map<String, Shed> shed = shed(from, until);
        return tallies.entrySet().stream()
                .map(each -> total(each.getKey(), each.getValue(), shed.getOrDefault(each.getKey(), new Shed())))
                .toList();
    }

    private Map<String, Shed> shed(Instant from, Instant until) {
        Map<String, Shed> shed = new HashMap<>();
        for (Entry entry : ledger.lastEntries(EntryKind.MINIMISED, from, until)) {
            var id = entry.transfer();
            var transfer = id == null ? null : ledger.find(id).orElse(null);
            if (transfer != null && transfer.state() == TransferState.DELIVERED) {
                shed.computeIfAbsent(transfer.interchange(), name -> new Shed())
                        .add(transfer.id(), entry.details(), cameIn(transfer));
            }
        }
        for (Entry entry : ledger.lastEntries(EntryKind.HELD, from, until)) {
            var id = entry.transfer();
            var transfer = id == null ? null : ledger.find(id).orElse(null);
            if (transfer != null
                    && transfer.state() == TransferState.HELD
                    && RecordAccount.NOT_CONSERVED.equals(entry.details().get("reason"))) {
                shed.computeIfAbsent(transfer.interchange(), name -> new Shed())
                        .stopped(transfer.id(), entry.details());
            }
        }
        return shed;
    }

    private static long cameIn(Transfer transfer) {
        Long records = transfer.records();
        return records == null ? 0 : records;
    }

    private static TotalView total(String interchange, Map<TransferState, Tally> states, Shed shed) {
        Direction direction = states.values().iterator().next().direction();
        boolean inbound = direction == Direction.IN;
        long underWay = states.values().stream()
                .filter(each -> !each.state().ended() && !each.state().waits())
                .mapToLong(Tally::transfers)
                .sum();
        return new TotalView(
                interchange,
                inbound ? "in" : "out",
                states.values().stream().mapToLong(Tally::transfers).sum(),
                states.values().stream().mapToLong(Tally::records).sum(),
                inbound ? records(states, TransferState.ACCEPTED) : shed.sent,
                shed.leftOut,
                shed.held,
                transfers(states, TransferState.REFUSED),
                transfers(states, TransferState.QUARANTINED),
                transfers(states, TransferState.HELD),
                transfers(states, TransferState.DUPLICATE),
                underWay,
                shed.unaccounted,
                List.copyOf(shed.differing),
                underWay == 0
                        && shed.differing.isEmpty()
                        && (inbound
                                || records(states, TransferState.DELIVERED) == shed.sent + shed.leftOut + shed.held));
    }

    private static long transfers(Map<TransferState, Tally> states, TransferState state) {
        Tally tally = states.get(state);
        return tally == null ? 0 : tally.transfers();
    }

    private static long records(Map<TransferState, Tally> states, TransferState state) {
        Tally tally = states.get(state);
        return tally == null ? 0 : tally.records();
    }
}
