package jp.kenpo.gateway.operations;

import java.time.OffsetDateTime;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.schedule.LateDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Something that is late or short, as commands and REST API show it.
 *
 * @param due until when it would have been in time
 * @param expected how many files or messages were expected
 * @param arrived how many of them have come so far
 * @param acknowledges id of the delivery that it ought to confirm (受領確認); null where something else is awaited
 */
public record LateView(
        String interchange,
        String counterparty,
        OffsetDateTime due,
        int expected,
        int arrived,
        @Nullable String acknowledges) {

    static LateView of(LateDelivery late) {
        TransferId delivery = late.acknowledges();
        return new LateView(
                late.interchange(),
                late.interchange().substring(0, late.interchange().indexOf('.')),
                Labels.inTokyo(late.due()),
                late.expected(),
                late.arrived(),
                delivery == null ? null : delivery.value());
    }
}
