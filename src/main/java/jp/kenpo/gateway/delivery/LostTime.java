package jp.kenpo.gateway.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;

/**
 * The time between a backup and its restore, of which this ledger knows nothing and the counterparties do. What would be
 * delivered after it may have been delivered in it.
 *
 * @param number of the entry that tells of the restore
 * @param from when the backup was taken
 * @param until when it was restored
 */
record LostTime(long number, Instant from, Instant until) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));
    private static final Set<EntryKind> TELLING = Set.of(EntryKind.RESTORED, EntryKind.RESTORE_SETTLED);
    private static final Set<EntryKind> BY_A_PERSON = Set.of(EntryKind.RELEASED, EntryKind.REPLAYED);

    /**
     * Returns the time that nobody has settled yet.
     *
     * @throws jp.kenpo.gateway.ledger.LedgerBrokenException if the entry was changed
     */
    static Optional<LostTime> of(Ledger ledger) {
        return ledger.sealedOfNoTransfer(TELLING)
                .filter(entry -> entry.kind() == EntryKind.RESTORED)
                .map(LostTime::from);
    }

    private static LostTime from(Entry restored) {
        Instant backup = Instant.parse(String.valueOf(restored.details().get("backupOf")));
        return new LostTime(restored.number(), backup, restored.at());
    }

    /** Returns whether a person has let this transfer go on since. */
    boolean isLetGo(Ledger ledger, Transfer transfer) {
        return ledger.sealed(transfer.id(), BY_A_PERSON)
                .filter(entry -> entry.number() > number)
                .isPresent();
    }

    /** Returns a moment of each day in it, the last day first: a file that came again may have left under any of them. */
    List<Instant> days() {
        List<Instant> days = new ArrayList<>();
        for (Instant day = until; day.isAfter(from); day = day.minus(1, ChronoUnit.DAYS)) {
            days.add(day);
        }
        days.add(from);
        return days;
    }

    String why() {
        return "the data folder was restored from a backup of " + MINUTES.format(from)
                + " (Asia/Tokyo): this file may have gone out since then. Ask the counterparty, then release it, mark it as delivered, or"
                + " reject it";
    }
}
