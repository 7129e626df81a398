package jp.kenpo.gateway.schedule;

import java.time.Instant;

/**
 * Something that ought to have come on an inbound interchange and has not, or not all of it (未着・不足).
 *
 * @param due when the last of it was due
 * @param expected how many files or messages were expected
 * @param arrived how many of them have come so far
 */
public record LateDelivery(String interchange, Instant due, int expected, int arrived) {}
