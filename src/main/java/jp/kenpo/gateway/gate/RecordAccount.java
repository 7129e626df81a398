package jp.kenpo.gateway.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The account of a transfer's records before it is called done: records in = sent + left out (by rule) + held. It is read
 * from sealed entries: what came is what the check counted, the rest is what the projection says it did, and what leaves
 * is counted once more in the bytes themselves where the kind of content can tell.
 *
 * @param came records that the check counted; null if no check stands in the ledger
 * @param sent records that the projection wrote
 * @param leftOut records that a rule left out
 * @param held records that were held back
 * @param counted records in the bytes that leave; null where the bytes don't tell
 */
public record RecordAccount(
        @Nullable Long came,
        long sent,
        long leftOut,
        long held,
        @Nullable Long counted) {

    /** Reason of a transfer that is held because its account does not balance, as it stands in entries and lists. */
    public static final String NOT_CONSERVED = "not-conserved";

    /**
     * Returns the account of a transfer that was granted, and minimised if it is outbound.
     *
     * @throws jp.kenpo.gateway.ledger.LedgerBrokenException if an entry was changed
     */
    public static RecordAccount of(Ledger ledger, Transfer transfer) {
        Optional<CheckedContent> check = CheckedContent.of(ledger, transfer);
        Long came = check.map(CheckedContent::records).orElse(null);
        if (transfer.direction() == Direction.IN) {
            Long row = transfer.records();
            return new RecordAccount(came, row == null ? 0 : row, 0, 0, null);
        }
        Map<String, Object> minimised = ledger.sealed(transfer.id(), Set.of(EntryKind.MINIMISED))
                .map(Entry::details)
                .orElse(Map.of());
        return new RecordAccount(
                came,
                number(minimised, "records", 0L),
                number(minimised, "leftOut", 0L),
                number(minimised, "held", 0L),
                minimised.get("counted") instanceof Number counted ? counted.longValue() : null);
    }

    /** Returns what does not add up, in the words of the list of transfers; null if every record is accounted for. */
    public @Nullable String difference() {
        if (came == null) {
            return NOT_CONSERVED + ": no check counted the records, so nobody knows whether all of them leave";
        }
        if (came != sent + leftOut + held) {
            return NOT_CONSERVED + ": " + came + " records came, but " + sent + " leave, " + leftOut
                    + " are left out and " + held + " held back";
        }
        if (counted != null && counted != sent) {
            return NOT_CONSERVED + ": " + sent + " records were to be written, but the file that would leave has "
                    + counted;
        }
        return null;
    }

    /** Returns the account as it stands in the entry of a transfer that is held for it. */
    public Map<String, Object> details(String difference) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("error", difference);
        details.put("reason", NOT_CONSERVED);
        if (came != null) {
            details.put("recordsIn", came);
        }
        details.put("records", sent);
        details.put("leftOut", leftOut);
        details.put("held", held);
        if (counted != null) {
            details.put("counted", counted);
        }
        return details;
    }

    private static long number(Map<String, Object> details, String name, long otherwise) {
        return details.get(name) instanceof Number number ? number.longValue() : otherwise;
    }
}
