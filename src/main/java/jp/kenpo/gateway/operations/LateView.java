package jp.kenpo.gateway.operations;

import java.time.OffsetDateTime;
import jp.kenpo.gateway.schedule.LateDelivery;

/**
 * Something that is late or short, as commands and REST API show it.
 *
 * @param due until when it would have been in time
 * @param expected how many files or messages were expected
 * @param arrived how many of them have come so far
 */
public record LateView(String interchange, String counterparty, OffsetDateTime due, int expected, int arrived) {

    static LateView of(LateDelivery late) {
        return new LateView(
                late.interchange(),
                late.interchange().substring(0, late.interchange().indexOf('.')),
                Labels.inTokyo(late.due()),
                late.expected(),
                late.arrived());
    }
}
