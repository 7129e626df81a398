package jp.kenpo.gateway.schedule;

import java.time.Instant;
import jp.kenpo.gateway.ledger.TransferId;
import org.jspecify.annotations.Nullable;

/**
 * Something that ought to have come on an inbound interchange and has not, or not all of it (未着・不足).
 *
 * @param due when the last of it was due
 * @param expected how many files or messages were expected
 * @param arrived how many of them have come so far
 * @param acknowledges the delivery that it ought to confirm (受領確認); null where something is awaited for another reason
 */
public record LateDelivery(
        String interchange,
        Instant due,
        int expected,
        int arrived,
        @Nullable TransferId acknowledges) {

    /** Something that confirms no delivery. */
    LateDelivery(String interchange, Instant due, int expected, int arrived) {
        this(interchange, due, expected, arrived, null);
    }
}
